import { reachOf } from '../../../shared/access/actions.ts';
import {
  declinedMeetingCodes,
  type Introduction,
  type Meeting,
  missedMeetingCodes,
  type Visit,
} from '../../../shared/domain/before-move.ts';
import { labelOf } from '../../../shared/domain/codes.ts';
import { sayDay } from '../../../shared/domain/day.ts';
import { done, refuse } from '../../../shared/domain/outcome.ts';
import { listBeforeMoves } from '../../../shared/usecases/before-move/list-before-moves.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { MovePage, MovesPage, moveStanding, type StepRow } from '../../../shared/web/pages/moves.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { caseFormPage } from '../case-form.tsx';
import { nextPage, pageAsked, pageOfThose } from '../list-page.ts';
import { justDone, type Page, reading } from '../page.ts';
import { calledBy } from '../worker/person-title.ts';
import type { Deed } from './deed.ts';
import { deeds, deedsFor } from './deeds.ts';
import { type FoundMove, findMove } from './find-move.ts';

const own = { action: 'beforeMoves.read', at: 'moves' } as const;

const list: Page = {
  ...own,
  path: 'moves',
  async get(asked) {
    const part = pageAsked(asked, 50);
    if (!part.ok) return part;
    const page = await pageOfThose(
      part.value,
      (some) => listBeforeMoves(asked.deps, reading(asked, {}, some)),
      (one) => [one],
    );
    if (!page.ok) return page;
    const rows = await Promise.all(
      page.value.items.map(async ({ stayId, personId, homeId, roomId, from, status, missing }) => {
        const [person, home] = await Promise.all([
          readPerson(asked.deps, reading(asked, { personId }, {})),
          readHome(asked.deps, reading(asked, { homeId }, {})),
        ]);
        return {
          who: person.ok ? calledBy(person.value) : personId,
          home: home.ok ? home.value.home.name : homeId,
          ...{ stayId, room: roomId, from, status, missing: missing.length },
        };
      }),
    );
    return {
      title: 'Moves ahead',
      show: <MovesPage rows={rows} next={nextPage(paths.moves, page.value.next)} />,
    };
  },
};

const doneWords = Object.fromEntries(Object.entries(deeds).map(([name, { done }]) => [name, done]));

const move: Page = {
  ...own,
  path: 'move',
  async get(asked) {
    const found = await findMove(asked);
    if (!found.ok) return found;
    const { who, called, home, roomId, stayId, before } = found.value;
    const status = before.status === 'provisional' || before.status === 'confirmed' ? before.status : null;
    return {
      title: 'Moving in',
      crumbs: [{ text: 'Moves ahead', href: paths.moves }, { text: called }],
      show: (
        <MovePage
          who={who}
          done={justDone(asked, doneWords)}
          status={status === null ? { text: 'No longer ahead', colour: 'grey' } : moveStanding[status]}
          facts={[
            { key: 'Home', value: home },
            { key: 'Room', value: roomId },
            { key: 'First night', value: sayDay(before.from) },
            { key: 'Lives there too', value: before.housemates.join(', ') || 'Nobody' },
          ]}
          steps={stepsOf(found.value)}
          ways={deedsFor(asked, found.value).map(([deed, { way }]) => ({
            text: way,
            href: pathTo('moveDeed', { stayId, deed }),
          }))}
          meetings={meetingsOf(found.value)}
        />
      ),
    };
  },
};

const howToMend = {
  introduction: 'Record the meeting once it has taken place.',
  namedWorker: 'Name the worker, and tick it off.',
  record: 'Do it, and tick it off.',
} as const;

function stepsOf({ before }: FoundMove): StepRow[] {
  return before.steps.map(({ item, name, required }) => {
    const missing = before.missing.find((one) => one.item === item);
    const isSetAside = before.setAside.includes(item);
    const state = missing ? 'missing' : isSetAside ? 'setAside' : required ? 'done' : 'notRequired';
    return { name, state, toMend: missing ? howToMend[missing.kind] : null };
  });
}

const metWords = {
  worker: 'Meeting their worker',
  housemates: 'Meeting the people they would live with',
  home: 'Seeing the home',
};

function howItWent(meeting: Meeting): { readonly told: string; readonly words: string | null } {
  switch (meeting.status) {
    case 'planned':
      return { told: 'planned', words: null };
    case 'tookPlace':
      return { told: 'it took place', words: meeting.words };
    case 'missed':
      return { told: `it did not take place: ${labelOf(missedMeetingCodes, meeting.reason)}`, words: null };
    case 'declined':
      return { told: `they would rather not: ${labelOf(declinedMeetingCodes, meeting.reason)}`, words: null };
  }
}

const metRow = ({ on, met, meeting }: Introduction) => {
  const { told, words } = howItWent(meeting);
  return { on, what: `${metWords[met.to]}: ${told}`, words };
};

const visitRow = ({ kind, from, to, meeting }: Visit) => {
  const { told, words } = howItWent(meeting);
  const what = kind === 'visit' ? 'A visit' : `Trial nights until ${sayDay(to)}`;
  return { on: from, what: `${what}: ${told}`, words };
};

function meetingsOf({ before: { file } }: FoundMove) {
  return [
    ...file.introductions.map(metRow),
    ...file.visits.map(visitRow),
    ...file.residentViews.map(({ on, words, housemateId }) => ({ on, what: `${housemateId} says`, words })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

interface FoundDeed {
  readonly move: FoundMove;
  readonly name: string;
  readonly deed: Deed;
}

const deedPage = caseFormPage<FoundDeed>({
  ...own,
  path: 'moveDeed',
  async find(asked) {
    const name = asked.refs.deed ?? '';
    const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined;
    if (!deed) return refuse('not-found');
    if (reachOf(asked.who.data.roles, deed.action) === null) return refuse('not-allowed');
    const found = await findMove(asked);
    return found.ok ? done({ move: found.value, name, deed }) : found;
  },
  standing: ({ move: { who, stayId, before }, name }) => ({
    who,
    version: before.version ?? 0,
    at: pathTo('moveDeed', { stayId, deed: name }),
    back: pathTo('move', { stayId }),
  }),
  ask: ({ move, deed }, asked) => (deed.isOpen(move) ? deed.ask(move, asked) : null),
  send: (asked, { move, deed }, sent) => deed.send(asked, move, sent),
  done: ({ name }) => name,
});

/** From an approval to the first night. */
export const movePages: readonly Page[] = [list, move, deedPage];
