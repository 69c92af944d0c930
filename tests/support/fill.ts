import type { Page } from 'playwright-core';

/** Fills in a form in the browser by the names of its questions, whatever kinds they are. Needs no script on the page. */
export async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const box = page.locator(`[name="${name}"]`);
    const one = page.locator(`input[name="${name}"][value="${value}"]`);
    const kind = await box.first().getAttribute('type');
    if (kind === 'radio' || kind === 'checkbox') await one.check();
    else if ((await page.locator(`select[name="${name}"]`).count()) > 0) await box.selectOption(value);
    else await box.fill(value);
  }
}
