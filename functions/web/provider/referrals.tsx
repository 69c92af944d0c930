import { londonDay } from '../../../shared/domain/day.ts';
import { ProposalId, Reference } from '../../../shared/domain/ids.ts';
import { refusalWords } from '../../../shared/domain/refusals.ts';
import { workingDaysBetween } from '../../../shared/domain/working-days.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { answerReferral } from '../../../shared/usecases/proposals/answer-referral.ts';
import { askQuestion } from '../../../shared/usecases/proposals/ask-question.ts';
import { listProposals, readProposal } from '../../../shared/usecases/proposals/read-proposal.ts';
import type { FieldError } from '../../../shared/web/components/error-summary.tsx';
import { ReferralPage } from '../../../shared/web/pages/referral.tsx';
import { type ReferralRow, ReferralsPage } from '../../../shared/web/pages/referrals.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { proposalStanding } from '../../../shared/web/placing-words.ts';
import { type ReferralSaid, readReferralAnswer } from '../../../shared/web/referral-answer.ts';
import { type Answer, type AskedBy, type Page, reading, refOf, writing } from '../page.ts';

const own = { action: 'providerAnswers.write', at: 'referrals' } as const;

type Shown = Extract<Awaited<ReturnType<typeof readProposal>>, { ok: true }>['value'];
type Proposal = Shown['proposal'];

const list: Page = {
  ...own,
  path: 'referrals',
  async get(asked) {
    const after = asked.query.get('after') ?? undefined;
    const page = await listProposals(asked.deps, reading(asked, {}, { after, limit: 100, state: 'live' }));
    if (!page.ok) return page;
    const waiting = page.value.items.filter(({ proposal }) => proposal.status === 'awaitingProvider');
    const rows = await Promise.all(waiting.map(({ proposal }) => rowOf(asked, proposal)));
    const { next } = page.value;
    const more = next === null ? null : `${paths.referrals}?${new URLSearchParams({ after: next })}`;
    return { title: 'Referrals to answer', show: <ReferralsPage rows={rows} next={more} /> };
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

const referral: Page = {
  ...own,
  path: 'referral',
  async get(asked) {
    const found = await find(asked);
    return found.ok ? show(asked, found.value, []) : found;
  },
  async post(asked) {
    const found = await find(asked);
    if (!found.ok) return found;
    const read = readReferralAnswer(asked.form);
    if ('errors' in read) return show(asked, found.value, read.errors);
    const taken = await send(asked, found.value.proposal.id, read.said);
    if (taken.ok) return { goTo: pathTo('referral', { proposalId: found.value.proposal.id }) };
    const { sentence, fix } = refusalWords[taken.refusal];
    const field = taken.refusal === 'day-not-possible' ? 'due-day' : 'answer';
    return show(asked, found.value, [{ field, message: `${sentence} ${fix}` }], 409);
  },
};

async function find(asked: AskedBy) {
  const proposalId = refOf(ProposalId, asked.refs.proposalId);
  if (!proposalId.ok) return proposalId;
  return readProposal(asked.deps, reading(asked, { proposalId: proposalId.value }, {}));
}

function send(asked: AskedBy, proposalId: ProposalId, said: ReferralSaid) {
  const sent = Reference.safeParse(asked.form.get('key')).data;
  const key = sent ?? asked.deps.writing.newId('answer');
  const params = { proposalId };
  return 'answer' in said
    ? answerReferral(asked.deps, writing(asked, 'answer referral', { params, body: said.answer, key }))
    : askQuestion(asked.deps, writing(asked, 'ask question', { params, body: said.question, key }));
}

async function show(
  asked: AskedBy,
  { proposal, explanation, hasExpired, providerAnswer }: Shown,
  errors: readonly FieldError[],
  status: 409 | 422 = 422,
): Promise<Answer> {
  const { id, waitingFor, answers, clock } = proposal;
  const isOpen = proposal.status === 'awaitingProvider' && !hasExpired && waitingFor === null;
  const said = providerAnswer && providerAnswer.answer !== 'silent' ? 'You have answered. ' : '';
  return {
    title: 'A referral',
    status: errors.length === 0 ? 200 : status,
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
        form={
          isOpen
            ? {
                ...{ errors, said: asked.form, token: asked.viewer.formToken },
                action: pathTo('referral', { proposalId: id }),
                sendKey: asked.deps.writing.newId('answer'),
              }
            : null
        }
      />
    ),
  };
}

/** The moves proposed into a provider's homes, and its answer to each. */
export const referralPages: readonly Page[] = [list, referral];
