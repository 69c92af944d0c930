import * as z from 'zod';
import { labelled } from '../../domain/codes.ts';
import { featureCodes } from '../../domain/home-codes.ts';
import { Anchor, AnchorKind, Importance, Preference, WishSubject } from '../../domain/wish.ts';
import { required } from '../columns.ts';
import { place } from '../domain-kinds.ts';
import { day, number, oneOf, own, referenceTo } from '../kinds.ts';
import type { Complaint } from '../problems.ts';
import { middleOf, notAfter, onTheMap, table } from '../table.ts';

const anchorCodes = labelled(AnchorKind, {
  family: 'Family',
  friends: 'Friends',
  college: 'School or college',
  work: 'Work',
  gp: 'Doctor',
  careTeam: 'Care team',
  childContact: 'Where they see their children',
  faith: 'Place of worship',
  other: 'Another place that matters',
});
const wishCodes = labelled(Preference.shape.wish, {
  wants: 'Would like it',
  doesNotWant: 'Will not take it',
});
const aboutCodes = labelled(z.enum(['home', 'area', 'setting', 'feature']), {
  home: 'One home: value is its sourceReference',
  area: 'An area: value is the first half of a postcode',
  setting: 'A setting: value is selfContained, shared, quiet or lively',
  feature: 'Something a home has: value is a feature of homes.csv',
});
const setting = oneOf(
  labelled(WishSubject.options[2].shape.setting, {
    selfContained: 'A home to themselves',
    shared: 'A shared home',
    quiet: 'A quiet home',
    lively: 'A lively home',
  }),
);

const feature = oneOf(featureCodes);

const importance = required(number(Importance), {
  meaning: 'How much it matters to them',
  example: '2',
  unit: '1 a little, 2 quite a lot, 3 a great deal',
});
const recordedOn = required(day, { meaning: 'When they said so', example: '2026-05-11' });
const person = required(referenceTo('people.csv'), { meaning: 'Who said so', example: 'P-001' });

/** Places people want to live near. */
export const anchors = table({
  file: 'anchors.csv',
  thing: 'anchor',
  row: 'One place somebody wants to live near.',
  filledInBy: 'worker',
  needed: false,
  columns: z.object({
    sourceReference: own('row', 'A-001'),
    person,
    kind: required(oneOf(anchorCodes), { meaning: 'What is there', example: 'college' }),
    postcode: required(place, { meaning: 'Where it is; only the first half is kept', example: 'SO17' }),
    importance,
    recordedOn,
  }),
  rules: (row, around) => [
    onTheMap('postcode', row.postcode, around),
    notAfter('recordedOn', row.recordedOn, around.on),
  ],
  entity: Anchor,
  fields: ({ sourceReference, person, postcode, ...rest }, around) => ({
    ...rest,
    id: sourceReference,
    personId: person,
    place: middleOf(postcode, around),
  }),
});

const subject = {
  ...referenceTo('homes.csv', (row) => row.about?.toLowerCase() === 'home'),
  form: 'a sourceReference from homes.csv, the first half of a postcode, a setting, or a feature',
};

/** What people said they want, or will not take. */
export const preferences = table({
  file: 'preferences.csv',
  thing: 'preference',
  row: 'One thing somebody said they want, or will not take.',
  filledInBy: 'worker',
  needed: false,
  columns: z.object({
    sourceReference: own('row', 'PF-001'),
    person,
    wish: required(oneOf(wishCodes), { meaning: 'Whether they want it', example: 'wants' }),
    about: required(oneOf(aboutCodes), { meaning: 'What kind of thing', example: 'setting' }),
    value: required(subject, { meaning: 'Which one', example: 'quiet' }),
    importance,
    recordedOn,
  }),
  rules: (row, { on }) => [
    subjectComplaint(row.about, row.value),
    notAfter('recordedOn', row.recordedOn, on),
  ],
  entity: Preference,
  fields: ({ sourceReference, person, about, value, ...rest }) => ({
    ...rest,
    id: sourceReference,
    personId: person,
    about: subjectOf(about, value),
  }),
});

function subjectComplaint(about: string, value: string): Complaint | null {
  if (about === 'area' && !place.read(value).ok)
    return { column: 'value', why: 'is no area', fix: 'give the first half of a postcode, such as SO14' };
  const reading =
    about === 'setting' ? setting.read(value) : about === 'feature' ? feature.read(value) : null;
  return reading?.ok === false ? { column: 'value', why: `is no ${about}`, fix: reading.fix } : null;
}

function subjectOf(about: WishSubject['kind'], value: string): z.input<typeof WishSubject> {
  if (about === 'home') return { kind: about, homeId: value };
  const area = place.read(value);
  if (about === 'area' && area.ok) return { kind: about, outcode: area.value };
  const asked = feature.read(value);
  if (about === 'feature' && asked.ok) return { kind: about, feature: asked.value };
  const wanted = setting.read(value);
  return WishSubject.options[2].parse({ kind: 'setting', setting: wanted.ok ? wanted.value : value });
}
