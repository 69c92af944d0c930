import { londonDay } from '../../../shared/domain/day.ts';
import { ProposalId } from '../../../shared/domain/ids.ts';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import { workingDaysBetween } from '../../../shared/domain/working-days.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { answerReferral } from '../../../shared/usecases/proposals/answer-referral.ts';
import { askQuestion } from '../../../shared/usecases/proposals/ask-question.ts';
import { listProposals, readProposal } from '../../../shared/usecases/proposals/read-proposal.ts';
import { ReferralPage } from '../../../shared/web/pages/referral.tsx';
import { type ReferralRow, ReferralsPage } from '../../../shared/web/pages/referrals.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { proposalStanding } from '../../../shared/web/placing-words.ts';
import { type ReferralSaid, readReferralAnswer } from '../../../shared/web/referral-answer.ts';
import { type FormShown, formPage } from '../form-page.ts';
import { nextPage, pageAsked, pageOfThose } from '../list-page.ts';
import { type Answer, type AskedBy, type Page, reading, refOf, writing } from '../page.ts';

const own = { action: 'providerAnswers.write', at: 'referrals' } as const;

type Shown = Extract<Awaited<ReturnType<typeof readProposal>>, { ok: true }>['value'];
type Proposal = Shown['proposal'];

const list: Page = {
  ...own,
  path: 'referrals',
  async get(asked) {
    const part = pageAsked(asked, 100);
    if (!part.ok) return part;
    const page = await pageOfThose(
      part.value,
      (some) =>
        listProposals(asked.deps, reading(asked, {}, { after: undefined, ...some, state: 'live' as const })),
      ({ proposal }) => (proposal.status === 'awaitingProvider' ? [proposal] : []),
    );
    if (!page.ok) return page;
    const rows = await Promise.all(page.value.items.map((proposal) => rowOf(asked, proposal)));
    const next = nextPage(paths.referrals, page.value.next);
    return { title: 'Referrals to answer', show: <ReferralsPage rows={rows} next={next} /> };
  },
};

async function rowOf(asked: AskedBy, proposal: Proposal): Promise<ReferralRow> {
  const { id, personId, moveOn, clock, waitingFor } = proposal;
  const today = londonDay(asked.now);
  return {
    proposalId: id,
    reference: personId,
    home: await homeOf(asked, proposal),
    moveOn,
    answerBy: clock.answerBy,
    daysLeft: clock.answerBy < today ? -1 : workingDaysBetween(today, clock.answerBy),
    isAsking: waitingFor !== null,
  };
}

async function homeOf(asked: AskedBy, { homeId }: Proposal): Promise<string> {
  const home = await readHome(asked.deps, reading(asked, { homeId }, {}));
  return home.ok ? home.value.home.name : homeId;
}

const referral = formPage({
  ...own,
  path: 'referral',
  find,
  show,
  read: readReferralAnswer,
  send,
  leadsTo: ({ proposal }) => pathTo('referral', { proposalId: proposal.id }),
  fieldOf: (refusal) => (refusal === 'day-not-possible' ? 'due-day' : 'answer'),
});

async function find(asked: AskedBy) {
  const proposalId = refOf(ProposalId, asked.refs.proposalId);
  if (!proposalId.ok) return proposalId;
  return readProposal(asked.deps, reading(asked, { proposalId: proposalId.value }, {}));
}

function send(
  asked: AskedBy,
  { proposal }: Shown,
  said: ReferralSaid,
  key: string,
): Promise<Outcome<unknown>> {
  const params = { proposalId: proposal.id };
  return 'answer' in said
    ? answerReferral(asked.deps, writing(asked, 'answer referral', { params, body: said.answer, key }))
    : askQuestion(asked.deps, writing(asked, 'ask question', { params, body: said.question, key }));
}

async function show(
  asked: AskedBy,
  { proposal, explanation, hasExpired, providerAnswer }: Shown,
  form: FormShown,
): Promise<Answer> {
  const { id, waitingFor, answers, clock } = proposal;
  const isOpen = proposal.status === 'awaitingProvider' && !hasExpired && waitingFor === null;
  const said = providerAnswer && providerAnswer.answer !== 'silent' ? 'You have answered. ' : '';
  return {
    title: 'A referral',
    crumbs: [{ text: 'Referrals to answer', href: paths.referrals }, { text: proposal.personId }],
    show: (
      <ReferralPage
        reference={proposal.personId}
        home={await homeOf(asked, proposal)}
        roomId={proposal.roomId}
        moveOn={proposal.moveOn}
        answerBy={clock.answerBy}
        answers={answers}
        openQuestion={waitingFor?.askedIn === 'awaitingProvider' ? waitingFor.question : null}
        checks={explanation?.checks ?? []}
        standing={`${said}${hasExpired ? 'The time for it has run out.' : `It stands at: ${proposalStanding[proposal.status].text.toLowerCase()}.`}`}
        form={isOpen ? { ...form, action: pathTo('referral', { proposalId: id }) } : null}
      />
    ),
  };
}

/** The moves proposed into a provider's homes, and its answer to each. */
export const referralPages: readonly Page[] = [list, referral];
