import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findPath, type PathName } from '../../shared/web/paths.ts';
import { screenshotFolder, widthsHere } from './browser.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // These are how the renderer and the design systems write them.
    'void-style': 'off',
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
  },
});

/** What a page of at most this many bytes needs to cross a ward’s network in a moment. */
const mostBytes = 100_000;

/** A page somebody is on. To be on one is to have checked it: it is valid, accessible and fits a phone. */
export class Screen {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /**
   * The page that a browser shows now.
   * @param path that it must be at; null for an address that is none
   * @param state what is special about it, for its picture
   * @throws an assertion that names everything that is wrong with it
   */
  static async on(page: Page, path: PathName | null, state = 'usual'): Promise<Screen> {
    expect(findPath(new URL(page.url()).pathname)?.name ?? null, page.url()).toBe(path);
    const name = path ?? 'none';
    const html = await page.content();
    expect(Buffer.byteLength(html), `bytes of ${name}`).toBeLessThan(mostBytes);
    for (const width of widthsHere) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: at }) => at).join(' | ')}`),
        `${name} (${state}) at ${width}`,
      ).toEqual([]);
      await fitsAcross(page, name);
      const folder = screenshotFolder();
      if (folder)
        await page.screenshot({ path: join(folder, `${name}-${state}-${width}.png`), fullPage: true });
    }
    await page.setViewportSize({ width: 320, height: 900 });
    await fitsAcross(page, name);
    await page.setViewportSize({ width: 1280, height: 900 });
    return new Screen(page);
  }

  heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  title(): Promise<string> {
    return this.page.title();
  }

  /** What the error summary says; empty where nothing is wrong. */
  errors(): Promise<string[]> {
    return this.page.locator('.govuk-error-summary__list li').allInnerTexts();
  }
}

/** The page itself never scrolls sideways; a table in it may. */
async function fitsAcross(page: Page, name: string): Promise<void> {
  const wide = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  expect(wide, `${name} is wider than its window`).toBe(false);
}

/** What is wrong with the HTML of a page as it was sent. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  );
}
