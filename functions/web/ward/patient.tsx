import { labelOf, previousAccommodationCodes } from '../../../shared/domain/codes.ts';
import { londonDay, sayDay } from '../../../shared/domain/day.ts';
import { anyDelayReasonCodes } from '../../../shared/domain/discharge-codes.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import { sayMoment } from '../../../shared/domain/london-time.ts';
import type { Proposal } from '../../../shared/domain/proposal.ts';
import { sharingBasisCodes } from '../../../shared/domain/request-statement.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { personOptions } from '../../../shared/usecases/matching/person-options.ts';
import { liveProposalsOf } from '../../../shared/usecases/proposals/live-proposals-of.ts';
import { readStay } from '../../../shared/usecases/stays/read-stay.ts';
import type { SummaryRow } from '../../../shared/web/components/summary-list.tsx';
import { PatientPage, type PatientProps, type Way } from '../../../shared/web/pages/patient.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import {
  doneWords,
  followUpWords,
  ownWordsSaid,
  prospectWords,
  turnWords,
} from '../../../shared/web/patient-words.ts';
import { stepsOf } from '../../../shared/web/request-progress.ts';
import { counted } from '../../../shared/web/words.ts';
import { type AskedBy, justDone, type Page, reading } from '../page.ts';
import { type FoundPatient, findPatient, openQuestion } from './find-patient.ts';

/** One patient: how far it is, whose turn it is, how long they have waited and what is left to arrange. */
export const patientPage: Page = {
  path: 'patient',
  action: 'discharges.record',
  at: 'patients',
  async get(asked) {
    const found = await findPatient(asked);
    if (!found.ok) return found;
    const { who, reference } = found.value;
    const done = justDone(asked, doneWords);
    const [prospect, toAsk] = await Promise.all([
      prospectOf(asked, found.value),
      whatToAsk(asked, found.value.file.request.personId),
    ]);
    return {
      title: 'Patient',
      crumbs: [{ text: 'My patients', href: paths.patients }, { text: 'Patient' }],
      show: <PatientPage {...{ who, reference, done, prospect, toAsk }} {...propsOf(found.value)} />,
    };
  },
};

/** What somebody is to be asked: what they think of a home, and once it is approved whether they take it. */
async function whatToAsk(asked: AskedBy, personId: PersonId): Promise<Way[]> {
  const moves = await liveProposalsOf(asked.deps, reading(asked, { personId }, {}));
  if (!moves.ok) return [];
  const [views, answers] = await Promise.all([
    viewsToRecord(asked, moves.value),
    answersToRecord(asked, moves.value),
  ]);
  return [...views, ...answers];
}

async function answersToRecord(asked: AskedBy, moves: readonly Proposal[]): Promise<Way[]> {
  const stayIds = moves.flatMap((one) => (one.status === 'approved' ? [one.stayId] : []));
  const stays = await Promise.all(
    stayIds.map((stayId) => readStay(asked.deps, reading(asked, { stayId }, {}))),
  );
  return stays.flatMap((found) =>
    found.ok && found.value.stay.status === 'provisional'
      ? [
          {
            text: 'Record their answer to the offer',
            href: pathTo('moveDeed', { stayId: found.value.stay.id, deed: 'answer' }),
          },
        ]
      : [],
  );
}

function viewsToRecord(asked: AskedBy, moves: readonly Proposal[]): Promise<Way[]> {
  const unasked = moves.filter(({ status }) => status === 'awaitingPerson');
  return Promise.all(
    unasked.map(async ({ id: proposalId, homeId }) => {
      const home = await readHome(asked.deps, reading(asked, { homeId }, {}));
      return {
        text: `Record what they think of ${home.ok ? home.value.home.name : homeId}`,
        href: pathTo('personView', { proposalId }),
      };
    }),
  );
}

/** What the plan holds for somebody who waits for a home to be proposed; null for everybody else. */
async function prospectOf(asked: AskedBy, { file }: FoundPatient): Promise<string | null> {
  if (file.request.status !== 'readyToPlace') return null;
  const { personId } = file.request;
  const options = await personOptions(asked.deps, reading(asked, { personId }, {}));
  return options.ok ? prospectWords(options.value) : null;
}

function propsOf(
  found: FoundPatient,
): Omit<PatientProps, 'who' | 'reference' | 'done' | 'prospect' | 'toAsk'> {
  const { file, discharge, requestId } = found;
  const { request, answers } = file;
  const { followUps, turn } = discharge;
  const question = openQuestion(found);
  const isOwed = followUps.some(({ state }) => state === 'due' || state === 'missed');
  const left = { hasLeft: discharge.file.made !== null, isOwed };
  const pausedFrom = request.status === 'paused' ? request.pausedFrom : null;
  const missed = followUps.some(({ state }) => state === 'missed');
  return {
    status: request.status,
    turn: { who: turnWords[turn.who], next: turn.next },
    question: question === null ? null : { text: question, answerAt: pathTo('patientAnswer', { requestId }) },
    overdue: missed ? 'A follow-up after hospital is overdue. Reach the person now.' : null,
    steps: stepsOf(request.status, pausedFrom, left),
    waiting: waitingRows(found),
    delayByReason: discharge.delay.byReason.map(({ reason, days }) => ({
      reason: labelOf(anyDelayReasonCodes, reason),
      days,
    })),
    ways: waysOf(found),
    leaving: leavingRows(found),
    leavingWays: leavingWays(found),
    asked: askedRows(found),
    answers: answers.map((one) => ({ ...one, on: sayDay(londonDay(one.at)) })),
  };
}

const openPeriod = ({ discharge }: FoundPatient) => discharge.periods.find(({ endedOn }) => endedOn === null);

function waitingRows(found: FoundPatient): SummaryRow[] {
  const period = openPeriod(found);
  const now = period?.reasonChanges?.at(-1) ?? period;
  const { days } = found.discharge.delay;
  return [
    {
      key: 'Ready to leave since',
      value: period ? sayDay(period.readyOn) : found.discharge.file.made ? 'They have left' : 'Not ready now',
    },
    ...(now ? [{ key: 'Reason', value: labelOf(anyDelayReasonCodes, now.delayReason) }] : []),
    { key: 'Days delayed', value: counted(days, 'day') },
  ];
}

const isOver = ({ file }: FoundPatient): boolean =>
  ['rejected', 'withdrawn', 'expired'].includes(file.request.status);

function waysOf(found: FoundPatient): Way[] {
  const { requestId, discharge } = found;
  if (isOver(found) || discharge.file.made) return [];
  return openPeriod(found)
    ? [{ text: 'They are no longer ready', href: pathTo('patientNotReady', { requestId }) }]
    : [{ text: 'They are ready to leave', href: pathTo('patientReady', { requestId }) }];
}

function leavingRows({ discharge, model }: FoundPatient): SummaryRow[] {
  const { file, followUps } = discharge;
  const names = new Map(model?.followUps.map(({ id, name }) => [id, name]));
  if (file.made)
    return [
      { key: 'Left hospital', value: sayMoment(file.made.at) },
      ...followUps.map(({ id, ownerId, dueAt, state }) => ({
        key: names.get(id) ?? id,
        value: `${followUpWords[state]} ${ownerId}, by ${sayMoment(dueAt)}`,
      })),
    ];
  const wanted = model?.followUps.filter(({ after }) => after === 'wardDischarge') ?? [];
  const items = model?.wardDischarge?.checklist ?? [];
  if (wanted.length + items.length === 0)
    return [{ key: 'To arrange', value: 'Nothing more than the first worker, who follows them up' }];
  return [
    ...wanted.map(({ id, name }) => ({
      key: name,
      value: file.owners.find(({ followUp }) => followUp === id)?.ownerId ?? 'Nobody is named yet',
    })),
    ...items.map(({ id, name }) => {
      const done = file.arranged.find(({ item }) => item === id);
      return { key: name, value: done ? `Arranged on ${sayDay(done.on)}` : 'Not arranged yet' };
    }),
  ];
}

function leavingWays(found: FoundPatient): Way[] {
  const { requestId, discharge } = found;
  const { file, missing, followUps } = discharge;
  if (file.made)
    return followUps.length === 0
      ? []
      : [{ text: 'Record a follow-up', href: pathTo('patientFollowUp', { requestId }) }];
  if (isOver(found)) return [];
  const plan = { text: 'Plan leaving hospital', href: pathTo('patientLeaving', { requestId }) };
  const isReady = missing.owners.length + missing.items.length === 0;
  return isReady
    ? [{ text: 'They have left hospital', href: pathTo('patientLeft', { requestId }) }, plan]
    : [plan];
}

function askedRows({ file, model }: FoundPatient): SummaryRow[] {
  const { request, statement, endedBecause } = file;
  const { neededBy, accommodation } = request;
  return [
    { key: 'Reference', value: request.id },
    { key: 'Programme', value: model?.name ?? request.serviceModel },
    { key: 'Waiting since', value: sayDay(request.queuedOn) },
    ...(neededBy === null ? [] : [{ key: 'Home needed by', value: sayDay(neededBy) }]),
    ...(accommodation === null
      ? []
      : [{ key: 'Lived before in', value: labelOf(previousAccommodationCodes, accommodation) }]),
    ...(statement
      ? [
          { key: 'In their own words', value: written(ownWordsSaid(statement.ownWords)) },
          { key: 'Without a home', value: written(statement.ifNotHoused) },
          {
            key: 'Why it may be shared',
            value: `${labelOf(sharingBasisCodes, statement.sharing.basis)}, on ${sayDay(statement.sharing.on)}`,
          },
        ]
      : []),
    ...(endedBecause === null ? [] : [{ key: 'Why it ended', value: written(endedBecause) }]),
  ];
}

const written = (text: string) => <span class="app-as-written">{text}</span>;
