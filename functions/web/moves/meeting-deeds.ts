import type { Introduction, Meeting, Visit } from '../../../shared/domain/before-move.ts';
import { londonDay, sayDay } from '../../../shared/domain/day.ts';
import { refuse } from '../../../shared/domain/outcome.ts';
import {
  NewIntroduction,
  recordIntroduction,
} from '../../../shared/usecases/before-move/record-introduction.ts';
import {
  NewResidentView,
  recordResidentView,
} from '../../../shared/usecases/before-move/record-resident-view.ts';
import { NewVisit, recordVisit } from '../../../shared/usecases/before-move/record-visit.ts';
import type { Choice } from '../../../shared/web/components/choices.tsx';
import type { Answers } from '../../../shared/web/form-fields.ts';
import { meetingFields, residentViewFields, visitFields } from '../../../shared/web/move-fields.ts';
import { writing } from '../page.ts';
import { workerChoices } from '../worker-choices.ts';
import { choicesOf, type Deed, params } from './deed.ts';
import { type FoundMove, isAhead } from './find-move.ts';

const metWords = { worker: 'their worker', housemates: 'the people they would live with', home: 'the home' };

const planned = <Entry extends { readonly id: string; readonly meeting: Meeting }>(
  entries: readonly Entry[],
  told: (entry: Entry) => string,
): Choice[] =>
  entries
    .filter(({ meeting: one }) => one.status === 'planned')
    .map((entry) => ({ value: entry.id, text: told(entry) }));

const plannedMeetings = ({ before }: FoundMove) =>
  planned<Introduction>(
    before.file.introductions,
    ({ on, met }) => `${sayDay(on)}, with ${metWords[met.to]}`,
  );

const plannedVisits = ({ before }: FoundMove) =>
  planned<Visit>(
    before.file.visits,
    ({ kind, from }) => `${kind === 'visit' ? 'The visit' : 'The trial nights'} from ${sayDay(from)}`,
  );

/** How a meeting stands, of what a form says of it. */
function meetingOf({ status, words, missedBecause, declinedBecause }: Answers) {
  if (status === 'tookPlace') return { status, words: words ?? null };
  if (status === 'missed') return { status, reason: missedBecause };
  return status === 'declined' ? { status, reason: declinedBecause } : { status };
}

export const meeting: Deed = {
  way: 'Record a meeting',
  action: 'beforeMoves.write',
  isOpen: isAhead,
  ask: async (found, asked) => ({
    heading: 'A meeting before the move',
    intro: ['Plan it, or say how it went. Nothing here is counted for or against anybody.'],
    fields: meetingFields({
      planned: plannedMeetings(found),
      workers: await workerChoices(asked),
      housemates: choicesOf(found.before.housemates),
    }),
    button: 'Record this',
  }),
  send(asked, found, { answers, key }) {
    const known = found.before.file.introductions.find(({ id }) => id === answers.which);
    const { to, workerId, housemates, on } = answers;
    const met = {
      to,
      ...(to === 'worker' && { workerId }),
      ...(to === 'housemates' && { housemates: housemates?.split(',') }),
    };
    const body = NewIntroduction.parse({
      ...(known ? { id: known.id, on: known.on, met: known.met } : { on, met }),
      meeting: meetingOf(answers),
    });
    return recordIntroduction(
      asked.deps,
      writing(asked, 'record introduction', { params: params(found), body, key }),
    );
  },
  done: 'The meeting is on record.',
};

export const visit: Deed = {
  way: 'Record a visit or trial nights',
  action: 'beforeMoves.write',
  isOpen: isAhead,
  ask: (found) => ({
    heading: 'A visit to the home, or trial nights',
    intro: ['Plan it, or say how it went.'],
    fields: visitFields(plannedVisits(found)),
    button: 'Record this',
  }),
  async send(asked, found, { answers, key }) {
    const known = found.before.file.visits.find(({ id }) => id === answers.which);
    const { kind, from, to } = known ?? answers;
    const body = NewVisit.safeParse({
      ...(known && { id: known.id }),
      kind,
      from,
      to,
      meeting: meetingOf(answers),
    });
    if (!body.success) return refuse('day-not-possible');
    return recordVisit(
      asked.deps,
      writing(asked, 'record visit', { params: params(found), body: body.data, key }),
    );
  },
  done: 'The visit is on record.',
};

export const residentView: Deed = {
  way: 'Record what a resident says',
  action: 'residentViews.write',
  isOpen: (found) => isAhead(found) && found.before.housemates.length > 0,
  ask: ({ before }) => ({
    heading: 'What does a resident say?',
    intro: ['Write down what somebody you work with says of the move.'],
    fields: residentViewFields(choicesOf(before.housemates)),
    button: 'Record what they say',
  }),
  send(asked, found, { answers, key }) {
    const body = NewResidentView.parse({ ...answers, on: londonDay(asked.now) });
    return recordResidentView(
      asked.deps,
      writing(asked, 'record resident view', { params: params(found), body, key }),
    );
  },
  done: 'What they say is on record.',
};
