import { approval, type Story } from '../story.ts';
import { type Sample, type Sent, simple } from './sample.ts';

const at = (as: string, sent: Sample['sent'], first?: Sample['first']): Sample => ({
  chapter: 'viewed',
  as,
  sent,
  ...(first && { first }),
});

const because = 'There is a home nearer to their family that they would like better.';
const { reason, criteria } = approval;

const agendaOf = ({ proposals }: Story) => proposals.map(({ id }) => id);

const aMeeting = (story: Story) => ({
  ...{ on: '2026-04-22', chair: 'chair', members: ['panel'] },
  agenda: agendaOf(story),
});

async function planned(story: Story): Promise<string> {
  const { body } = await story.ask('planPanel', { as: 'chair', body: aMeeting(story) });
  return body.id;
}

async function circulated(story: Story): Promise<Sent> {
  const params = { panelId: await planned(story) };
  await story.ask('circulate', { as: 'chair', params, ifMatch: 1 });
  return { params };
}

async function circulatedCase(story: Story): Promise<Sent> {
  const { params } = await circulated(story);
  return { params: { ...params, proposalId: story.proposals[0]?.id ?? '' } };
}

async function declined({ ask, chainId, versionOf, proposals: [first] }: Story): Promise<Sent> {
  const body = { outcome: 'decline', reason, criteria, declineReason: 'other' };
  await ask('decideChain', { as: 'panel', params: { chainId }, body, ifMatch: await versionOf(chainId) });
  return { params: { proposalId: first?.id ?? '' }, body: { because } };
}

async function underReview(story: Story): Promise<Sent> {
  const { params } = await declined(story);
  const { body } = await story.ask('askReview', {
    as: 'worker',
    ...(params && { params }),
    body: { because },
  });
  return { params: { reviewId: body.id }, body: { outcome: 'upheld', reason: because }, ifMatch: 1 };
}

const aCase = ({ chainId }: Story) => ({ caseId: chainId });

export const panelSamples: Readonly<Record<string, Sample>> = {
  planPanel: at('chair', (story) => ({ body: aMeeting(story) })),
  readPanel: at('panel', async (story) => ({ params: { panelId: await planned(story) } })),
  circulate: at('chair', async (story) => ({ params: { panelId: await planned(story) }, ifMatch: 1 })),
  readPack: at('panel', circulated),
  readMinutes: at('panel', circulated),
  readCase: at('panel', circulatedCase),
  compareRooms: at('panel', circulatedCase),
  listSeats: simple('chair'),
  castVote: at('panel', async (story) => ({
    params: aCase(story),
    body: { for: 'approve', reason, criteria },
    ifMatch: await story.versionOf(story.chainId),
  })),
  declareConflict: at('panel', (story) => ({ params: aCase(story), body: { kind: 'friend' } })),
  askReview: at('worker', declined),
  listReviews: simple('chair'),
  readReview: at('chair', async (story) => {
    const { params } = await underReview(story);
    return params ? { params } : {};
  }),
  decideReview: at('chair', underReview),
};
