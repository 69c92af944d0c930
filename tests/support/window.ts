import type { Browser, Page } from 'playwright-core';
import { openContext } from './browser.ts';
import { htmlFaults } from './screen.ts';

/** A window in which somebody is signed in, at the page they begin with. What is wrong with any HTML it gets is noted. */
export async function windowOf(
  browser: Browser,
  url: string,
  user: string,
  { script = true, faults = [] }: { readonly script?: boolean; readonly faults?: string[] } = {},
): Promise<Page> {
  const page = await (await openContext(browser, script)).newPage();
  page.on('response', async (response) => {
    if (!response.headers()['content-type']?.startsWith('text/html') || response.url().includes('/local/'))
      return;
    for (const fault of await htmlFaults(await response.text().catch(() => '')))
      faults.push(`${new URL(response.url()).pathname} ${fault}`);
  });
  await page.goto(url);
  await page.getByRole('button', { name: user, exact: true }).click();
  return page;
}
