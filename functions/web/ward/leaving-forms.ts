import { Day, londonDay } from '../../../shared/domain/day.ts';
import { momentOf, parseTime, sayMoment } from '../../../shared/domain/london-time.ts';
import { done, type Outcome } from '../../../shared/domain/outcome.ts';
import { arrangeLeaving } from '../../../shared/usecases/discharges/arrange-leaving.ts';
import {
  NewFollowUpOwner,
  nameFollowUpOwner,
} from '../../../shared/usecases/discharges/name-follow-up-owner.ts';
import { NewDischarge, recordDischarge } from '../../../shared/usecases/discharges/record-discharge.ts';
import { NewFollowUpTry, recordFollowUp } from '../../../shared/usecases/discharges/record-follow-up.ts';
import type { Answers } from '../../../shared/web/form-fields.ts';
import { followUpFields, leavingFields, leftFields, ownerField } from '../../../shared/web/leaving-fields.ts';
import { followUpWords } from '../../../shared/web/patient-words.ts';
import type { Sent } from '../case-form.tsx';
import { type AskedBy, type Page, writing } from '../page.ts';
import { workerChoices } from '../worker-choices.ts';
import type { FoundPatient } from './find-patient.ts';
import { type PatientForm, patientFormPage } from './patient-form.ts';

const wardFollowUps = ({ model }: FoundPatient) =>
  model?.followUps.filter(({ after }) => after === 'wardDischarge') ?? [];

const openItems = ({ model, discharge }: FoundPatient) =>
  (model?.wardDischarge?.checklist ?? []).filter(({ id }) => discharge.missing.items.includes(id));

const leaving: PatientForm = {
  path: 'patientLeaving',
  async ask(found, asked) {
    const { discharge } = found;
    if (discharge.file.made) return null;
    const followUps = wardFollowUps(found);
    const items = openItems(found);
    const { owners, arranged } = discharge.file;
    const first = Object.fromEntries(owners.map((one) => [ownerField(one.followUp), one.ownerId]));
    const isReady = items.length === 0 && discharge.missing.owners.length === 0;
    return {
      heading: 'Plan leaving hospital',
      intro: [
        isReady
          ? 'All is arranged. Once they have left, say so on their page.'
          : 'Nobody can be recorded as having left before all of this is arranged.',
        ...(arranged.length === 0 ? [] : [`Arranged so far: ${namesOf(found, arranged)}.`]),
      ],
      fields: leavingFields({ followUps, items, workers: await workerChoices(asked) }),
      button: 'Save what is arranged',
      first,
    };
  },
  send: sendArranged,
  done: 'planned',
};

const namesOf = ({ model }: FoundPatient, arranged: readonly { readonly item: string }[]): string =>
  arranged
    .map(({ item }) => model?.wardDischarge?.checklist.find(({ id }) => id === item)?.name ?? item)
    .join('; ');

/** Each owner and each thing is a deed of its own; one that is on record as it is said is left alone. */
async function sendArranged(
  asked: AskedBy,
  found: FoundPatient,
  { answers, key }: Sent,
): Promise<Outcome<unknown>> {
  const params = { requestId: found.requestId };
  for (const { id } of wardFollowUps(found)) {
    const workerId = answers[ownerField(id)];
    const named = found.discharge.file.owners.find(({ followUp }) => followUp === id)?.ownerId;
    if (workerId === undefined || workerId === named) continue;
    const sent = { params, body: NewFollowUpOwner.parse({ followUp: id, workerId }), key: `${key}-${id}` };
    const written = await nameFollowUpOwner(asked.deps, writing(asked, 'name follow-up owner', sent));
    if (!written.ok) return written;
  }
  for (const item of answers.arranged?.split(',') ?? []) {
    const sent = { params, body: { item, on: londonDay(asked.now) }, key: `${key}-${item}` };
    const written = await arrangeLeaving(asked.deps, writing(asked, 'arrange leaving', sent));
    if (!written.ok) return written;
  }
  return done(null);
}

/** A day and a time of day as one moment; null where either was left out. */
function momentIn(answers: Answers, dayName: string, timeName: string) {
  const day = Day.safeParse(answers[dayName]).data;
  const time = parseTime(answers[timeName] ?? '');
  return day === undefined || time === null ? null : momentOf(day, time);
}

const left: PatientForm = {
  path: 'patientLeft',
  async ask(found, asked) {
    const { discharge, model } = found;
    const { owners, items } = discharge.missing;
    if (discharge.file.made || owners.length > 0 || items.length > 0) return null;
    const needsKeys = model?.wardDischarge?.checklist.some(({ keys }) => keys) ?? false;
    return {
      heading: 'Record that they have left hospital',
      intro: ['It ends the days of delay and starts the time of each follow-up.'],
      fields: leftFields(needsKeys, await workerChoices(asked)),
      button: 'Record that they have left',
    };
  },
  send(asked, { requestId }, { answers, key }) {
    const body = NewDischarge.parse({
      at: momentIn(answers, 'leftOn', 'leftAt'),
      destination: answers.destination,
      accommodation: answers.accommodation,
      settled: answers.settled,
      keysAt: momentIn(answers, 'keysOn', 'keysAt'),
      outOfHoursContact: answers.contact ?? null,
    });
    return recordDischarge(
      asked.deps,
      writing(asked, 'record discharge', { params: { requestId }, body, key }),
    );
  },
  done: 'left',
};

const followUp: PatientForm = {
  path: 'patientFollowUp',
  ask(found) {
    const { followUps } = found.discharge;
    if (followUps.length === 0) return null;
    const names = new Map(wardFollowUps(found).map(({ id, name }) => [id, name]));
    const owed = followUps.map(({ id, state, ownerId, dueAt }) => ({
      value: id,
      text: names.get(id) ?? id,
      hint: `${followUpWords[state]} ${ownerId}, by ${sayMoment(dueAt)}`,
    }));
    return {
      heading: 'Record a follow-up',
      intro: ['Record each try, also one that did not reach them.'],
      fields: followUpFields(owed),
      button: 'Record this',
    };
  },
  send(asked, { requestId }, { answers, key }) {
    const body = NewFollowUpTry.parse({
      followUp: answers.followUp,
      at: momentIn(answers, 'triedOn', 'triedAt'),
      mode: answers.mode,
      reached: answers.reached === 'yes',
    });
    return recordFollowUp(
      asked.deps,
      writing(asked, 'record follow-up', { params: { requestId }, body, key }),
    );
  },
  done: 'followed-up',
};

/** Arranging to leave hospital, leaving it, and being followed up. */
export const leavingForms: readonly Page[] = [leaving, left, followUp].map(patientFormPage);
