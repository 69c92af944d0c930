import { type ComponentChild, h } from 'preact';
import { Button, ButtonLink } from '../../shared/web/components/button.tsx';
import { Checkboxes, Radios } from '../../shared/web/components/choices.tsx';
import { DateInput } from '../../shared/web/components/date-input.tsx';
import { Details } from '../../shared/web/components/details.tsx';
import { ErrorSummary } from '../../shared/web/components/error-summary.tsx';
import { Input } from '../../shared/web/components/input.tsx';
import { NotificationBanner } from '../../shared/web/components/notification-banner.tsx';
import { Pagination } from '../../shared/web/components/pagination.tsx';
import { ConfirmationPanel } from '../../shared/web/components/panel.tsx';
import { Select } from '../../shared/web/components/select.tsx';
import { ServiceNavigation } from '../../shared/web/components/service-navigation.tsx';
import { SummaryCard, SummaryList } from '../../shared/web/components/summary-list.tsx';
import { Table } from '../../shared/web/components/table.tsx';
import { Tag } from '../../shared/web/components/tag.tsx';
import { TaskList } from '../../shared/web/components/task-list.tsx';
import { Textarea } from '../../shared/web/components/textarea.tsx';
import { WarningText } from '../../shared/web/components/warning-text.tsx';
import { BackLink, Breadcrumbs, SkipLink } from '../../shared/web/components/ways.tsx';
import type { Shape } from './same-html.ts';

// biome-ignore lint/suspicious/noExplicitAny: options of the official macros, as their fixtures write them
type Options = any;

/** How the official options of a component are said to ours, for the options that ours knows. */
export interface ParityCase {
  readonly component: string;
  readonly shape: Shape;
  /** Options that are ours to leave out, by what else stands in them. */
  readonly suits?: (options: Options) => boolean;
  readonly ours: (options: Options) => ComponentChild;
  /** How many fixtures it is compared on at least: fewer would mean that options were renamed. */
  readonly least: number;
}

const text = { text: true } as const;
const legend: Shape = { legend: { text: true, classes: true, isPageHeading: true } };
const item: Shape = { value: true, text: true, hint: text, checked: true };

const question = ({ label, hint, errorMessage, fieldset }: Options) => ({
  label: label?.text ?? fieldset?.legend?.text,
  labelClass: label?.classes,
  legendClass: fieldset?.legend?.classes,
  isHeading: label?.isPageHeading ?? fieldset?.legend?.isPageHeading,
  hint: hint?.text,
  error: errorMessage?.text,
});

const choices = (options: Options) => ({
  ...question(options),
  id: options.idPrefix ?? options.name,
  name: options.name,
  class: options.classes,
  choices: options.items.map((one: Options) => ({ value: one.value, text: one.text, hint: one.hint?.text })),
});

const chosen = ({ items, value, values }: Options): string[] => [
  ...(values ?? (value === undefined ? [] : [value])),
  ...items.filter((one: Options) => one.checked).map((one: Options) => one.value),
];

const choiceShape: Shape = {
  ...{ name: true, idPrefix: true, classes: true, value: true, values: true },
  ...{ fieldset: legend, hint: text, errorMessage: text, items: [item] },
};

const isAsked = ({ fieldset }: Options): boolean => fieldset?.legend?.text !== undefined;

const kindOf = (classes: string | undefined) =>
  /^govuk-button--(secondary|warning)$/.exec(classes ?? '')?.[1];

export const parityCases: readonly ParityCase[] = [
  {
    component: 'button',
    shape: { text: true, href: true, classes: true, name: true, value: true },
    ours: ({ text: said, href, classes, name, value }) => {
      const kind = kindOf(classes) as 'secondary' | 'warning' | undefined;
      const look = { text: said, kind, ...(kind === undefined && { class: classes }) };
      return href === undefined ? h(Button, { ...look, name, value }) : h(ButtonLink, { ...look, href });
    },
    least: 7,
  },
  {
    component: 'input',
    shape: {
      ...{ id: true, name: true, value: true, classes: true, inputmode: true, autocomplete: true },
      ...{ label: { text: true, classes: true, isPageHeading: true }, hint: text, errorMessage: text },
      suffix: text,
    },
    suits: ({ id, label }) => id !== undefined && label?.text !== undefined,
    ours: ({ id, name, value, classes, inputmode, autocomplete, suffix, ...asked }) =>
      h(Input, {
        ...question(asked),
        ...{ id, name, value, inputmode, autocomplete, class: classes, suffix: suffix?.text },
      }),
    least: 14,
  },
  {
    component: 'character-count',
    shape: {
      ...{ id: true, name: true, maxlength: true, value: true, rows: true },
      ...{ label: { text: true, classes: true }, hint: text, errorMessage: text },
    },
    suits: ({ maxlength }) => maxlength !== undefined,
    ours: ({ id, name, maxlength, value, rows, ...asked }) =>
      h(Textarea, { ...question(asked), id: id ?? name, name, value, rows, most: maxlength }),
    least: 6,
  },
  {
    component: 'radios',
    shape: choiceShape,
    suits: isAsked,
    ours: (options) => h(Radios, { ...choices(options), value: chosen(options)[0] }),
    least: 8,
  },
  {
    component: 'checkboxes',
    shape: choiceShape,
    suits: isAsked,
    ours: (options) => h(Checkboxes, { ...choices(options), values: chosen(options) }),
    least: 6,
  },
  {
    component: 'date-input',
    shape: {
      ...{ id: true, namePrefix: true, fieldset: legend, hint: text, errorMessage: text },
      ...{ day: { error: true }, month: { error: true }, year: { error: true } },
    },
    suits: isAsked,
    ours: ({ id, namePrefix, day, month, year, ...asked }) => {
      const said = Object.entries({ day, month, year }).filter(([, of]) => of?.error !== undefined);
      const unsaid = ['day', 'month', 'year'].filter((part) => !said.some(([one]) => one === part));
      const named = said.flatMap(([part, of]) => (of.error ? [part] : []));
      const wrong = said.length > 0 && named.length === 0 ? unsaid : named;
      return h(DateInput, {
        ...question(asked),
        ...{ id, namePrefix, values: {} },
        ...(wrong.length > 0 && { wrong: wrong as ('day' | 'month' | 'year')[] }),
      });
    },
    least: 7,
  },
  {
    component: 'select',
    shape: {
      ...{ id: true, name: true, value: true, label: { text: true, classes: true }, hint: text },
      ...{ errorMessage: text, items: [{ value: true, text: true, selected: true }] },
    },
    suits: ({ items = [] }) =>
      items.length > 0 && items.every((one: Options) => typeof one.value === 'number'),
    ours: ({ id, name, value, items, ...asked }) =>
      h(Select, {
        ...question(asked),
        ...{ id: id ?? name, name, options: items },
        value: value ?? items.find((one: Options) => one.selected)?.value,
      }),
    least: 2,
  },
  {
    component: 'error-summary',
    shape: { titleText: true, errorList: [{ text: true, href: true }] },
    suits: ({ errorList = [], titleText }) =>
      titleText === 'There is a problem' &&
      errorList.length > 0 &&
      errorList.every((one: Options) => one.href),
    ours: ({ errorList }) =>
      h(ErrorSummary, {
        takesFocus: false,
        errors: errorList.map((one: Options) => ({ field: one.href.slice(1), message: one.text })),
      }),
    least: 2,
  },
  {
    component: 'tag',
    shape: { text: true, classes: true },
    ours: ({ text: said, classes }) =>
      h(Tag, { text: said, colour: /^govuk-tag--(\w+)$/.exec(classes ?? '')?.[1] as 'grey' | undefined }),
    least: 8,
  },
  {
    component: 'summary-list',
    shape: {
      classes: true,
      card: { title: text },
      rows: [
        {
          key: text,
          value: text,
          actions: { items: [{ href: true, text: true, visuallyHiddenText: true }] },
        },
      ],
    },
    suits: ({ rows, card }) =>
      rows.every(
        (row: Options) => row.actions?.items?.every((one: Options) => one.visuallyHiddenText) ?? true,
      ) &&
      (card === undefined || rows.every((row: Options) => row.actions === undefined)),
    ours: ({ rows, card, classes }) => {
      const list = {
        class: classes,
        rows: rows.map(({ key, value, actions }: Options) => ({
          key: key.text,
          value: value.text,
          actions: actions?.items.map((one: Options) => ({ ...one, about: one.visuallyHiddenText })),
        })),
      };
      return card ? h(SummaryCard, { ...list, title: card.title.text }) : h(SummaryList, list);
    },
    least: 2,
  },
  {
    component: 'table',
    shape: {
      ...{ caption: true, captionClasses: true, firstCellIsHeader: true },
      ...{ head: [{ text: true, format: true }], rows: true },
    },
    suits: ({ rows }) => rows.every((row: Options) => Array.isArray(row) && row.every(fitsCell)),
    ours: ({ caption, captionClasses, firstCellIsHeader, head, rows }) =>
      h(Table, {
        ...{ caption, captionClass: captionClasses, firstIsName: firstCellIsHeader },
        columns: rows[0].map((cell: Options, at: number) => ({
          text: head?.[at]?.text ?? '',
          isNumber: cell.format === 'numeric',
        })),
        rows: rows.map((row: Options) => row.map((cell: Options) => cell.text)),
      }),
    least: 5,
  },
  {
    component: 'panel',
    shape: { titleText: true, text: true },
    suits: ({ text: said }) => said !== undefined,
    ours: ({ titleText, text: said }) => h(ConfirmationPanel, { title: titleText, children: said }),
    least: 1,
  },
  {
    component: 'notification-banner',
    shape: { text: true, type: true },
    suits: ({ type }) => type === undefined || type === 'success',
    ours: ({ text: said, type }) => h(NotificationBanner, { text: said, kind: type }),
    least: 2,
  },
  {
    component: 'warning-text',
    shape: { text: true, iconFallbackText: true },
    suits: ({ iconFallbackText }) => iconFallbackText === 'Warning',
    ours: ({ text: said }) => h(WarningText, { text: said }),
    least: 1,
  },
  {
    component: 'details',
    shape: { summaryText: true, text: true },
    ours: ({ summaryText, text: said }) => h(Details, { summary: summaryText, children: said }),
    least: 2,
  },
  {
    component: 'back-link',
    shape: { href: true, text: true },
    suits: ({ text: said }) => said === undefined || said === 'Back',
    ours: ({ href = '#' }) => h(BackLink, { href }),
    least: 1,
  },
  {
    component: 'skip-link',
    shape: { href: true, text: true },
    ours: ({ href = '#content', text: said }) => h(SkipLink, { href, text: said }),
    least: 2,
  },
  {
    component: 'breadcrumbs',
    shape: { items: [{ text: true, href: true }] },
    suits: ({ items }) => items !== undefined && items.length > 0,
    ours: ({ items }) => h(Breadcrumbs, { crumbs: items }),
    least: 3,
  },
  {
    component: 'pagination',
    shape: { next: { href: true } },
    suits: ({ next }) => next !== undefined,
    ours: ({ next }) => h(Pagination, { next: next.href }),
    least: 1,
  },
  {
    component: 'task-list',
    shape: {
      idPrefix: true,
      items: [
        {
          ...{ title: text, href: true, hint: text },
          status: { text: true, classes: true, tag: { text: true, classes: true } },
        },
      ],
    },
    suits: ({ items }) =>
      items.every(
        (one: Options) => one && !(one.status.classes && one.status.tag) && fitsStatus(one.status.classes),
      ),
    ours: ({ idPrefix = 'task-list', items }) =>
      h(TaskList, {
        idPrefix,
        tasks: items.map(({ title, href, hint, status }: Options) => ({
          ...{ title: title.text, href, hint: hint?.text },
          status: status.tag
            ? { tag: status.tag.text, colour: /^govuk-tag--(\w+)$/.exec(status.tag.classes ?? '')?.[1] }
            : { text: status.text, cannotStart: status.classes !== undefined },
        })),
      }),
    least: 4,
  },
  {
    component: 'service-navigation',
    shape: {
      ...{ serviceName: true, serviceUrl: true },
      navigation: [{ text: true, href: true, active: true }],
    },
    suits: ({ serviceName, serviceUrl }) => serviceName !== undefined && serviceUrl !== undefined,
    ours: ({ serviceName, serviceUrl, navigation = [] }) =>
      h(ServiceNavigation, {
        name: serviceName,
        href: serviceUrl,
        destinations: navigation.map((one: Options) => ({ ...one, isCurrent: one.active ?? false })),
      }),
    least: 1,
  },
];

const fitsCell = (cell: Options): boolean =>
  Object.keys(cell).every((key) => ['text', 'format'].includes(key));

const fitsStatus = (classes: string | undefined): boolean =>
  classes === undefined || classes === 'govuk-task-list__status--cannot-start-yet';
