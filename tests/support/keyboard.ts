import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What has the focus, as far as a keyboard user needs to know. */
interface Focused {
  readonly tag: string;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly text: string;
  /** Whether it lies within the window, and something shows that it has the focus. */
  readonly isSeen: boolean;
}

const whatHasFocus = `(() => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  const label = at.type === 'radio' || at.type === 'checkbox' ? at.nextElementSibling : null;
  const look = label ? getComputedStyle(label, '::before') : getComputedStyle(at);
  const isMarked = look.outlineStyle !== 'none' || look.boxShadow !== 'none';
  const isInside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {
    tag: at.tagName,
    name: at.name ?? '',
    type: at.type ?? '',
    value: at.value ?? '',
    text: (at.textContent ?? '').trim(),
    isSeen: isMarked && isInside,
  };
})()`;

/** Stops of one page at most: a keyboard that passes more of them is caught in a trap. */
const mostStops = 150;

/** Somebody who works a page with a keyboard alone. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  #focused(): Promise<Focused> {
    return this.#page.evaluate<Focused>(whatHasFocus);
  }

  /** Goes on with Tab to what is looked for; every stop on the way must be seen to have the focus. */
  async #tabTo(what: string, isIt: (one: Focused) => boolean): Promise<void> {
    for (let stops = 0; stops < mostStops; stops++) {
      await this.#page.keyboard.press('Tab');
      const focused = await this.#focused();
      if (focused.tag === 'BODY') continue;
      expect(focused.isSeen, `focus on ${focused.tag} ${focused.name} ${focused.text}`).toBe(true);
      if (isIt(focused)) return;
    }
    throw new Error(`A keyboard does not reach ${what}.`);
  }

  /** Presses a link or a button by its words. */
  async press(text: string): Promise<void> {
    await this.#tabTo(text, ({ tag, text: said }) => /^(A|BUTTON)$/.test(tag) && said === text);
    await Promise.all([this.#page.waitForEvent('load'), this.#page.keyboard.press('Enter')]);
  }

  /** Answers questions in the order in which they stand. */
  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      await this.#tabTo(name, (one) => one.name === name && (one.type !== 'checkbox' || one.value === value));
      await this.#answer(value);
    }
  }

  async #answer(value: string): Promise<void> {
    const { type, tag } = await this.#focused();
    const { keyboard } = this.#page;
    if (type === 'checkbox') return keyboard.press('Space');
    if (type !== 'radio' && tag !== 'SELECT') {
      await keyboard.press('Control+A');
      return keyboard.type(value);
    }
    if (type === 'radio') await keyboard.press('Space');
    for (let moves = 0; moves < mostStops; moves++) {
      if ((await this.#focused()).value === value) return;
      await keyboard.press('ArrowDown');
    }
    throw new Error(`A keyboard cannot choose ${value}.`);
  }
}
