import type { MeasureCode } from '../../domain/measure.ts';
import type { Measure } from './measure.ts';
import { bedDaysReleased } from './measures/bed-days-released.ts';
import { contactsOwed } from './measures/contacts-owed.ts';
import { daysWithFewerWorkers } from './measures/days-with-fewer-workers.ts';
import { delayDays } from './measures/delay-days.ts';
import { engagement } from './measures/engagement.ts';
import { funnel } from './measures/funnel.ts';
import { peopleEverSupported } from './measures/people-ever-supported.ts';
import { plannedMoveOn } from './measures/planned-move-on.ts';
import { readmission } from './measures/readmission.ts';
import { repeatHomelessness } from './measures/repeat-homelessness.ts';
import { skillGapAtEntry } from './measures/skill-gap-at-entry.ts';
import { timePerStep } from './measures/time-per-step.ts';
import { voidDays } from './measures/void-days.ts';

/** Every measure, by its code, in the order in which a report prints them. */
export const measures: Readonly<Record<MeasureCode, Measure>> = {
  funnel,
  engagement,
  plannedMoveOn,
  contactsOwed,
  daysWithoutWorkers: daysWithFewerWorkers,
  skillGapAtEntry,
  repeatHomelessness,
  voidDays,
  delayDays,
  bedDaysReleased,
  readmission,
  timePerStep,
  peopleEverSupported,
};
