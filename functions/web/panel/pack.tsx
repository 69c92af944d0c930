import { reachOf } from '../../../shared/access/actions.ts';
import { labelOf, supportLevelCodes, unitTypeCodes } from '../../../shared/domain/codes.ts';
import { sayDayShort } from '../../../shared/domain/day.ts';
import { Reference } from '../../../shared/domain/ids.ts';
import { sayMoment } from '../../../shared/domain/london-time.ts';
import { sayPounds } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/outcome.ts';
import { refusalWords } from '../../../shared/domain/refusal-words.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { renewProposal } from '../../../shared/usecases/proposals/renew-proposal.ts';
import { readRequest } from '../../../shared/usecases/requests/read-request.ts';
import { needRows } from '../../../shared/web/need-words.ts';
import { PackPage, type PackProps } from '../../../shared/web/pages/pack.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import type { ChainLink } from '../../../shared/web/pictures/chain-layout.ts';
import { decisionWords, providerWords, specialWords } from '../../../shared/web/placing-words.ts';
import { type Answer, type AskedBy, type Page, reading, writing } from '../page.ts';
import { type FoundCase, findCaseOf, nameOf } from './find-case.ts';

/** One case of a panel, and where it is brought up to date. */
export const packPage: Page = {
  path: 'panelPack',
  action: 'panels.read',
  at: 'panels',
  async get(asked) {
    const found = await findCaseOf(asked);
    return found.ok ? shownPack(asked, found.value) : found;
  },
  async post(asked) {
    const { form, deps } = asked;
    if (!may(asked, 'proposals.renew')) return refuse('not-allowed');
    const found = await findCaseOf(asked);
    if (!found.ok) return found;
    const { proposalId } = found.value.refs;
    const key = Reference.safeParse(form.get('key')).data ?? deps.writing.newId('renewal');
    const sent = { params: { proposalId }, body: {}, key, ifMatch: Number(form.get('version')) };
    const renewed = await renewProposal(deps, writing(asked, 'renew proposal', sent));
    if (renewed.ok) return { goTo: pathTo('panelPack', found.value.refs) };
    const { sentence, fix } = refusalWords[renewed.refusal];
    return shownPack(asked, found.value, `${sentence} ${fix}`);
  },
};

const may = ({ who }: AskedBy, action: Parameters<typeof reachOf>[1]): boolean =>
  reachOf(who.data.roles, action) !== null;

/** @param problem why it could not be brought up to date */
async function shownPack(asked: AskedBy, found: FoundCase, problem?: string): Promise<Answer> {
  const { refs, who } = found;
  const crumbs = [
    { text: 'Panels', href: paths.panels },
    { text: 'Panel', href: pathTo('panel', refs) },
    { text: who },
  ];
  const pack = await packOf(asked, found);
  const special = problem === undefined ? pack.special : [problem, ...pack.special];
  return {
    title: 'Case for the panel',
    ...(problem !== undefined && { status: 409 }),
    crumbs,
    show: <PackPage {...pack} special={special} />,
  };
}

async function packOf(asked: AskedBy, found: FoundCase): Promise<PackProps> {
  const { paper, shown, today, who } = found;
  const { content } = paper;
  const { proposal } = shown;
  const [need, links] = await Promise.all([needOf(asked, found), linksOf(asked, found)]);
  return {
    ...{ who, reference: proposal.personId, status: proposal.status, moveOn: proposal.moveOn, need },
    ...{ frozenAt: sayMoment(paper.frozenAt), readAt: sayMoment(asked.now) },
    home: { name: found.home.name, facts: homeFacts(found) },
    housemates: today.housemates,
    views: content.views,
    provider: content.providerAnswer
      ? providerWords[content.providerAnswer.answer]
      : 'The provider was not asked, as this programme has no such step.',
    special: proposal.special.map((one) => specialWords[one]),
    overrides: proposal.overrides.map(({ rule, reason }) => `Set aside: ${rule}. “${reason}”`),
    insteadBecause: content.insteadBecause,
    points: content.explanation?.points ?? null,
    terms: content.explanation?.terms ?? [],
    checks: content.explanation?.checks ?? [],
    changed: today.changed,
    isStale: shown.changedSince.length > 0,
    chain: links && { links, place: proposal.position + 1 },
    votes: today.votes,
    decided: shown.decisions.map(decisionWords),
    hasVoted: asked.query.has('voted'),
    ways: waysOf(asked, found),
  };
}

function waysOf(asked: AskedBy, { refs, shown }: FoundCase): PackProps['ways'] {
  const waits = shown.proposal.status === 'awaitingPanel';
  const isStale = shown.changedSince.length > 0;
  return {
    decide: waits && may(asked, 'panels.vote') ? pathTo('panelDecide', refs) : null,
    compare: pathTo('panelCompare', refs),
    conflict: waits && may(asked, 'panels.vote') ? pathTo('panelConflict', refs) : null,
    renew:
      waits && isStale && may(asked, 'proposals.renew')
        ? {
            action: pathTo('panelPack', refs),
            token: asked.viewer.formToken,
            version: shown.version,
            key: asked.deps.writing.newId('renewal'),
          }
        : null,
  };
}

async function needOf(asked: AskedBy, { person, shown }: FoundCase): Promise<PackProps['need']> {
  const { requestId } = shown.proposal;
  const request = await readRequest(asked.deps, reading(asked, { requestId }, {}));
  if (person.level === 'profile' || !request.ok) return [];
  const { queuedOn, neededBy } = request.value.request;
  return needRows({ ...person, queuedOn, neededBy, delayDays: request.value.delay?.days ?? null });
}

/** The moves of the chain as a picture tells them; null for a move alone. */
async function linksOf(asked: AskedBy, { chain }: FoundCase): Promise<ChainLink[] | null> {
  if (!chain || chain.proposals.length < 2) return null;
  return Promise.all(
    chain.proposals.map(async ({ proposal }) => {
      const { personId, homeId, roomId, fromHomeId, fromRoomId, moveOn } = proposal;
      const [who, to, from] = await Promise.all([
        nameOf(asked, personId),
        homeName(asked, homeId),
        fromHomeId === null ? null : homeName(asked, fromHomeId),
      ]);
      const left = from === null || fromRoomId === null ? null : `${from}, ${fromRoomId}`;
      return { who, to: `${to}, ${roomId}`, from: left, on: sayDayShort(moveOn) };
    }),
  );
}

async function homeName(asked: AskedBy, homeId: FoundCase['home']['id']): Promise<string> {
  const place = await readHome(asked.deps, reading(asked, { homeId }, {}));
  return place.ok ? place.value.home.name : homeId;
}

/** What a panel asks of a home first. A confidential address is an area. */
function homeFacts({ home, rooms, shown }: FoundCase): { key: string; value: string }[] {
  const { roomId } = shown.proposal;
  const room = rooms.find(({ id }) => id === roomId);
  return [
    { key: 'Room', value: roomId },
    { key: 'Area', value: home.outcode },
    { key: 'What it is', value: labelOf(unitTypeCodes, home.unitType) },
    { key: 'Support', value: labelOf(supportLevelCodes, home.supportLevel) },
    { key: 'Staff at night', value: home.sleepIn ? 'Yes' : 'No' },
    ...(room ? [{ key: 'Rent a week', value: sayPounds(room.weeklyRent) }] : []),
  ];
}
