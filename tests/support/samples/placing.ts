import { approval, type Chapter, type Story, stayOf, yes } from '../story.ts';
import { type Sample, type Sent, simple } from './sample.ts';

const at = (chapter: Chapter, as: string, sent: Sample['sent'], first?: Sample['first']): Sample => ({
  chapter,
  as,
  sent,
  ...(first && { first }),
});

const aSuggestion = ({ suggestions: [first] }: Story) => ({ suggestionId: first?.id ?? '' });
const aProposal = ({ proposals: [first] }: Story) => ({ proposalId: first?.id ?? '' });
const aStay = ({ proposals: [first] }: Story) => ({ stayId: stayOf(first) });
const aChain = ({ chainId }: Story) => ({ chainId });

/** A proposal of one move, before the panel: its worker is not who decides. */
const handMade = { requestId: 'ask-a', roomId: 'birch-flat', moveOn: '2026-04-30' };
async function beforeThePanel({ ask }: Story): Promise<void> {
  const made = await ask('proposeMove', { as: 'officer', body: handMade });
  const params = { proposalId: made.body.proposals[0].id };
  await ask('recordView', { as: 'worker', params, body: yes });
  await ask('answerReferral', { as: 'provider', params, body: { answer: 'accept' } });
}
async function handMadeDecision({ ask }: Story): Promise<Sent> {
  const { body } = await ask('listProposals', { as: 'officer' });
  const [{ proposal, version }] = body.items;
  return { params: { proposalId: proposal.id }, body: approval, ifMatch: version };
}

async function contactPlanOf({ ask }: Story): Promise<string> {
  const { body } = await ask('readContacts', { as: 'worker', params: { personId: 'hmo-resident' } });
  return body.plans[0].id;
}

async function leftStayOf({ ask }: Story): Promise<string> {
  const { body } = await ask('readDepartures', { as: 'worker', params: { personId: 'hmo-resident' } });
  return body.departures[0].stayId;
}

const aQuestion = { question: 'Can they manage stairs?', dueOn: '2026-04-24' };

/** The day of the first move. */
const onTheDay = async ({ store, proposals: [first] }: Story): Promise<void> =>
  store.setNow(`${first?.moveOn}T12:00:00Z`);

export const placingSamples: Readonly<Record<string, Sample>> = {
  askForRun: simple('officer'),
  readRun: at('planned', 'officer', async ({ ask }) => {
    const { body } = await ask('askForRun', { as: 'officer' });
    return { params: { matchRunId: body.id } };
  }),
  readCurrentPlan: simple('officer'),
  readSuggestion: at('planned', 'officer', (story) => ({ params: aSuggestion(story) })),
  expectedRooms: simple('officer', { params: { homeId: 'elm' } }),
  personOptions: simple('officer', { params: { personId: 'patient' } }),
  vacancyOptions: simple('officer', { params: { vacancyId: 'flat-free' } }),
  whyNot: simple('officer', { query: { personId: 'care-leaver', roomId: 'elm-1' } }),
  adoptSuggestion: at('planned', 'officer', (story) => ({
    params: aSuggestion(story),
    body: { wholeChain: true },
  })),
  proposeMove: simple('officer', { body: handMade }),
  listProposals: at('proposed', 'officer', () => ({})),
  readProposal: at('proposed', 'officer', (story) => ({ params: aProposal(story) })),
  recordView: at('proposed', 'worker', (story) => ({ params: aProposal(story), body: yes })),
  renewProposal: at('viewed', 'officer', async (story) => ({
    params: aProposal(story),
    ifMatch: await story.versionOf(story.proposals[0]?.id ?? ''),
  })),
  answerReferral: at(
    'proposed',
    'provider',
    (story) => ({ params: aProposal(story), body: { answer: 'accept' } }),
    (story) => story.ask('recordView', { as: 'worker', params: aProposal(story), body: yes }),
  ),
  askQuestion: at(
    'proposed',
    'provider',
    (story) => ({ params: aProposal(story), body: aQuestion }),
    (story) => story.ask('recordView', { as: 'worker', params: aProposal(story), body: yes }),
  ),
  answerQuestion: at(
    'proposed',
    'worker',
    (story) => ({ params: aProposal(story), body: { answer: 'They manage stairs well.' } }),
    async (story) => {
      await story.ask('recordView', { as: 'worker', params: aProposal(story), body: yes });
      await story.ask('askQuestion', { as: 'provider', params: aProposal(story), body: aQuestion });
    },
  ),
  countAnswers: simple('lead', { params: { organisationId: 'council' } }),
  decideProposal: at('planned', 'panel', handMadeDecision, beforeThePanel),
  withdrawProposal: at('viewed', 'officer', (story) => ({
    params: aProposal(story),
    body: { reason: 'madeInError' },
  })),
  previewWithdrawal: at('viewed', 'officer', (story) => ({ params: aProposal(story) })),
  readChain: at('proposed', 'officer', (story) => ({ params: aChain(story) })),
  decideChain: at('viewed', 'panel', async (story) => ({
    params: aChain(story),
    body: approval,
    ifMatch: await story.versionOf(story.chainId),
  })),
  recordStay: simple(
    'officer',
    { body: { personId: 'care-leaver', roomId: 'birch-flat', from: '2026-04-01', leavesOn: null } },
    ({ ask }) =>
      ask('withdrawVacancy', {
        as: 'officer',
        params: { vacancyId: 'flat-free' },
        body: { because: 'listedInError' },
      }),
  ),
  readStay: simple('officer', { params: { stayId: 'stay-d' } }),
  answerOffer: at('approved', 'worker', (story) => ({
    params: aStay(story),
    body: { answer: 'accepted', obtained: 'inPerson' },
  })),
  recordArrival: at(
    'accepted',
    'officer',
    (story) => ({ params: aStay(story), body: { on: story.proposals[0]?.moveOn } }),
    onTheDay,
  ),
  recordNoShow: at(
    'accepted',
    'officer',
    (story) => ({ params: aStay(story), body: { reason: 'changedTheirMind' } }),
    onTheDay,
  ),
  recordDeparture: simple('officer', {
    params: { stayId: 'stay-d' },
    body: { on: '2026-04-19', reason: 'ownChoice' },
  }),
  listContacts: at('arrived', 'worker', () => ({})),
  readContacts: at('arrived', 'worker', () => ({ params: { personId: 'hmo-resident' } })),
  recordContact: at('arrived', 'worker', async (story) => ({
    params: { contactPlanId: await contactPlanOf(story) },
    body: { outcome: 'extra', on: story.proposals[0]?.moveOn },
  })),
  listOpenDepartures: at('arrived', 'worker', () => ({})),
  readDepartures: at('arrived', 'worker', () => ({ params: { personId: 'hmo-resident' } })),
  correctDeparture: at('arrived', 'officer', async (story) => ({
    params: { stayId: await leftStayOf(story) },
    body: { reason: 'ownChoice' },
  })),
  recordSustainment: at('arrived', 'worker', async (story) => {
    const params = { stayId: await leftStayOf(story) };
    story.store.setNow('2026-07-31T09:00:00Z');
    return { params, body: { after: 'P3M', result: 'sustained', knownBy: 'visit', on: '2026-07-31' } };
  }),
  readMoveOnFigures: simple('lead', { query: { from: '2026-01-01', until: '2027-01-01' } }),
  recordAbsence: simple('officer', {
    params: { stayId: 'stay-d' },
    body: { from: '2026-04-18', until: null, reason: 'hospital' },
  }),
};
