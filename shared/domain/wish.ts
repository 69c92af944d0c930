import * as z from 'zod';
import { Day } from './day.ts';
import { HomeFeature } from './home.ts';
import { AnchorId, HomeId, PersonId, PreferenceId } from './ids.ts';
import { GridPoint, Outcode } from './place.ts';

export const AnchorKind = z.enum([
  'family',
  'friends',
  'college',
  'work',
  'gp',
  'careTeam',
  'childContact',
  'faith',
  'other',
]);

/** How much it matters to the person: 1 a little, 2 quite a lot, 3 a great deal. */
export const Importance = z.int().min(1).max(3);

/** A place somebody wants to live near. The weight is theirs. */
export const Anchor = z.strictObject({
  id: AnchorId,
  personId: PersonId,
  kind: AnchorKind,
  place: GridPoint,
  importance: Importance,
  recordedOn: Day,
});
export type Anchor = z.infer<typeof Anchor>;

/** What a wish can be about: one home, an area, the kind of setting, or something a home has. */
export const WishSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('home'), homeId: HomeId }),
  z.strictObject({ kind: z.literal('area'), outcode: Outcode }),
  z.strictObject({
    kind: z.literal('setting'),
    setting: z.enum(['selfContained', 'shared', 'quiet', 'lively']),
  }),
  z.strictObject({ kind: z.literal('feature'), feature: HomeFeature }),
]);
export type WishSubject = z.infer<typeof WishSubject>;

/** Something a person said they want, or will not take. A "no" rules a room out and never lowers a score. */
export const Preference = z.strictObject({
  id: PreferenceId,
  personId: PersonId,
  wish: z.enum(['wants', 'doesNotWant']),
  about: WishSubject,
  importance: Importance,
  recordedOn: Day,
});
export type Preference = z.infer<typeof Preference>;
