import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';
import { Fragment, h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { IdentityBar, SubNavigation } from '../../shared/web/components/moj.tsx';
import { Timeline } from '../../shared/web/components/timeline.tsx';
import { parityCases } from '../support/parity-cases.ts';
import { fits, tidied } from '../support/same-html.ts';

const packages = dirname(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')));

interface Fixture {
  readonly name: string;
  readonly options: unknown;
  readonly html: string;
}

function fixturesOf(component: string): readonly Fixture[] {
  const file = join(packages, 'govuk-frontend/dist/govuk/components', component, 'fixtures.json');
  return JSON.parse(readFileSync(file, 'utf8')).fixtures;
}

/** What only a script would use: the button that opens a menu on a phone. */
const withoutScripts = (html: string): string => html.replace(/<button[^>]* hidden [\s\S]*?<\/button>/g, '');

describe('a component writes what the official one writes:', () => {
  test.each(parityCases)('$component', ({ component, shape, suits = () => true, ours, least }) => {
    const known = fixturesOf(component).filter(({ options }) => fits(options, shape) && suits(options));
    expect(known.length).toBeGreaterThanOrEqual(least);
    for (const { name, options, html } of known)
      expect(tidied(render(h(Fragment, null, ours(options)))), name).toEqual(tidied(withoutScripts(html)));
  });
});

describe('a component of the Ministry of Justice likewise:', () => {
  const official = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([
      join(packages, '@ministryofjustice/frontend'),
      join(packages, 'govuk-frontend/dist'),
    ]),
    { autoescape: true },
  );
  const macro = (name: string, file: string, options: unknown): string =>
    official.renderString(
      `{% from "moj/components/${file}/macro.njk" import ${name} %}{{ ${name}(options) }}`,
      { options },
    );

  test('sub-navigation', () => {
    const items = [
      { text: 'Ready now', href: '/a', active: true },
      { text: 'Coming up & more', href: '/b?c=d&e=f' },
    ];
    const pages = items.map(({ active = false, ...page }) => ({ ...page, isCurrent: active }));
    expect(tidied(render(h(SubNavigation, { label: 'Vacancies', pages })))).toEqual(
      tidied(macro('mojSubNavigation', 'sub-navigation', { label: 'Vacancies', items })),
    );
  });

  test('identity-bar', () => {
    expect(tidied(render(h(IdentityBar, { title: 'Ada <Lovelace>' })))).toEqual(
      tidied(macro('mojIdentityBar', 'identity-bar', { title: { text: 'Ada <Lovelace>' } })),
    );
  });

  test('timeline', () => {
    official.addFilter('mojDate', () => 'Mon 20 Apr 2026, 10:00');
    const at = '2026-04-20T09:00:00Z';
    const said = { title: 'A worker & others', by: 'their worker', text: 'On 20 April 2026 they <met>.' };
    const datetime = { timestamp: at, type: 'datetime' };
    const items = [{ label: { text: said.title }, byline: { text: said.by }, text: said.text, datetime }];
    expect(tidied(render(h(Timeline, { items: [{ ...said, at, when: 'Mon 20 Apr 2026, 10:00' }] })))).toEqual(
      tidied(macro('mojTimeline', 'timeline', { items })),
    );
  });
});

test('what is compared is told apart when one attribute, word or tag differs', () => {
  const html = '<p class="a b">Two   words</p>';
  expect(tidied('<p\n class="a  b">\n Two words\n</p>')).toEqual(tidied(html));
  for (const other of [
    '<p class="a">Two words</p>',
    '<p class="a b">Two</p>',
    '<b class="a b">Two words</b>',
  ])
    expect(tidied(other)).not.toEqual(tidied(html));
});
