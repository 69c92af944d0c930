import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import packed from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/** The widths pages are looked at: a phone, a tablet, a ward’s computer. */
export const widths = [320, 768, 1280] as const;

/** All widths in the full run; elsewhere the one that shows most. */
export const widthsHere: readonly number[] =
  process.env.FULL === '1' || process.env.SCREENSHOTS === '1' ? widths : [1280];

/** Where screenshots go, when they are asked for; null otherwise. */
export function screenshotFolder(): string | null {
  if (process.env.SCREENSHOTS !== '1') return null;
  const folder = fileURLToPath(new URL('../../.screenshots/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Chromium from its package, or the one that CHROME_PATH names. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.CHROME_PATH;
  if (own !== undefined) {
    if (!existsSync(own)) throw new Error(`CHROME_PATH names ${own}, and there is no such file.`);
    return chromium.launch({ executablePath: own });
  }
  // Not the arguments of the package: made for a Lambda, they turn off what keeps pages apart, and end with one page.
  const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
  return chromium.launch({ executablePath: await packed.executablePath(), args });
}

/** Somebody’s browser window of its own, with nothing in it from others. */
export async function openContext(browser: Browser, javaScriptEnabled = true): Promise<BrowserContext> {
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  return context;
}
