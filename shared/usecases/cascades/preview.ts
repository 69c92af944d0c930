import * as z from 'zod';
import { ProposalId, RequestId, RoomId, VacancyId } from '../../domain/ids.ts';
import { refuse } from '../../domain/outcome.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { endingWith } from '../placing/release.ts';
import type { Scene } from '../placing/scene.ts';

/** What a decision would end, before anybody makes it. */
export const CascadePreview = z.strictObject({
  /** `itself` is false for what only cannot stand without the others: later moves of a chain, say. */
  proposals: z.array(
    z.strictObject({ id: ProposalId, roomId: RoomId, status: z.string(), itself: z.boolean() }),
  ),
  requests: z.array(RequestId),
  vacancies: z.array(VacancyId),
  /** Rooms somebody lives in. Nobody loses one by this: each of them is to be found another home. */
  livedIn: z.array(RoomId),
});
export type CascadePreview = z.infer<typeof CascadePreview>;

/** The proposals that end, and those that cannot stand without them. */
export function endingProposals(scene: Scene, first: readonly Proposal[]): CascadePreview['proposals'] {
  const itself = new Set(first.map(({ id }) => id));
  const ending = new Map(first.flatMap((one) => endingWith(scene, one)).map((one) => [one.id, one]));
  return [...ending.values()].map(({ id, roomId, status }) => ({
    id,
    roomId,
    status,
    itself: itself.has(id),
  }));
}

/** Which proposals may end, as somebody read in the preview; nothing is done if there are others by now. */
export const MayEnd = z.array(ProposalId).max(200).optional();

export function barredByOthers(mayEnd: z.infer<typeof MayEnd>, { proposals }: CascadePreview) {
  const others = proposals.map(({ id }) => id).filter((id) => mayEnd && !mayEnd.includes(id));
  return others.length > 0 ? refuse('more-would-end', { alsoEnds: others.sort().join(', ') }) : null;
}
