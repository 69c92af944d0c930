import type { Member } from '../../domain/member.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Needed, Vote } from '../../domain/panel.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Work } from '../../store/commit.ts';
import type { Kept } from '../../store/kind.ts';
import { members } from '../../store/kinds/partnerships.ts';
import { conflicts, votes } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import { absent, type Step, unchanged } from '../../store/steps.ts';
import { barredFromCase, type PanelCase } from './panel-case.ts';

const isChair = ({ roles }: Member): boolean => roles.includes('panelChair');

const isOnPanel = ({ roles, active }: Member): boolean =>
  active && (roles.includes('panelMember') || roles.includes('panelChair'));

/** What a case needs: more members, the chair among them, where a rule is set aside, another ranks higher or a risk is high. */
export function neededFor({ proposals }: Pick<PanelCase, 'proposals'>, { panel }: Policy): Needed {
  const special = proposals.some(({ data }) => data.special.length > 0);
  return { votes: special ? panel.quorumForOverride : panel.quorum, chair: special };
}

/**
 * Whether enough members agree with a decision: as many as the policy asks for have voted on these very facts, most of
 * them for it, and the chair where the chair is needed. Whoever decides counts as one of them. Votes of members who are
 * none any more, or may not decide this case, count for nothing.
 * @returns checks that the members who were counted are still what they were
 */
export async function quorumFor(
  records: Records,
  policy: Policy,
  who: Kept<Member>,
  found: PanelCase,
  decidedFor: Vote['for'],
): Promise<Outcome<Step[]>> {
  const needed = neededFor(found, policy);
  const { cast, counted: others } = await votesThatCount(records, found, who.id);
  const counted: Counted[] = [{ member: who, vote: decidedFor }, ...others];
  const agreeing = counted.filter((one) => one.vote === decidedFor);
  const enough = counted.length >= needed.votes && agreeing.length * 2 > counted.length;
  const chaired = !needed.chair || agreeing.some(({ member }) => isChair(member.data));
  if (enough && chaired)
    return done([
      ...agreeing.filter(({ member }) => member.id !== who.id).map(({ member }) => unchanged(member)),
      // Nobody who was counted may have declared a conflict or thought again meanwhile.
      ...agreeing.map(({ member }) => absent(records.partnership, conflicts, `${found.id}.${member.id}`)),
      ...cast.filter((vote) => agreeing.some(({ member }) => member.id === vote.data.by)).map(unchanged),
    ]);
  return refuse('quorum-not-met', {
    votes: String(counted.length),
    agreeing: String(agreeing.length),
    needed: String(needed.votes),
    chair: needed.chair ? (chaired ? 'agrees' : 'needed') : 'not needed',
  });
}

interface Counted {
  readonly member: Kept<Member>;
  readonly vote: Vote['for'];
}

/**
 * The votes on a case as it stands on these very facts, by members who may decide it now.
 * @param but somebody whose own vote is not asked for
 */
export async function votesThatCount(
  records: Records,
  found: PanelCase,
  but?: string,
): Promise<{ cast: Kept<Vote>[]; counted: Counted[] }> {
  const listed = await records.about(votes, found.id);
  // By key, as a list may lag behind.
  const cast = await records.getMany(
    votes,
    listed.map(({ id }) => id),
  );
  const current = cast
    .map(({ data }) => data)
    .filter((vote) => vote.basis === found.basis && vote.by !== but);
  const voters = await records.getMany(
    members,
    current.map((vote) => vote.by),
  );
  const counted: Counted[] = [];
  for (const member of voters) {
    const vote = current.find((one) => one.by === member.id);
    const counts = member.data.partnershipId === records.partnership && isOnPanel(member.data);
    if (vote && counts && !(await barredFromCase(records, member.data, found)))
      counted.push({ member, vote: vote.for });
  }
  return { cast, counted };
}

/** A decision with the checks that those who agreed to it still do; or why it cannot be made. */
export function agreed<Answer>(work: Outcome<Work<Answer>>, quorum: Outcome<Step[]>): Outcome<Work<Answer>> {
  // What bars a decision for good says more than that others have yet to vote.
  if (!work.ok) return work;
  if (!quorum.ok) return quorum;
  return done({ ...work.value, steps: [...work.value.steps, ...quorum.value] });
}
