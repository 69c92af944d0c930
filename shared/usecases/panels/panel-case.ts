import { barredFromDeciding } from '../../access/own-case.ts';
import type { Member } from '../../domain/member.ts';
import type { CaseId } from '../../domain/panel.ts';
import type { Chain, Proposal } from '../../domain/proposal.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Kept } from '../../store/kind.ts';
import { people } from '../../store/kinds/people.ts';
import { chains, conflicts, proposals, requests } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import { digestOfAll } from '../placing/basis.ts';

/** What a panel decides as one, with everything that says who may. */
export interface PanelCase {
  readonly id: CaseId;
  readonly chain: Kept<Chain> | null;
  readonly proposals: readonly Kept<Proposal>[];
  /** A digest of all facts it rests on. */
  readonly basis: string;
  readonly version: number;
}

/** Reads a case by the id of its proposal or chain; null when there is none. */
export async function findCase(records: Records, id: CaseId): Promise<PanelCase | null> {
  const [chain, alone] = await Promise.all([records.get(chains, id), records.get(proposals, id)]);
  const links = chain ? await records.getMany(proposals, chain.data.proposals) : alone ? [alone] : [];
  const [first] = links;
  if (!first) return null;
  const basis = digestOfAll(links.map(({ data }) => data.digests));
  return { id, chain, proposals: links, basis, version: chain?.version ?? first.version };
}

/**
 * Why somebody may not decide a case, or null when they may: they proposed it, asked for it, work with one of its people,
 * or declared a conflict with it or with a chain or proposal that is part of it.
 */
export async function barredFromCase(
  records: Records,
  member: Member,
  { id, chain, proposals: links }: PanelCase,
): Promise<Refusal | null> {
  const cases = new Set<string>([
    id,
    ...(chain ? [chain.id] : []),
    ...links.flatMap((link) => [link.id, ...(link.data.chainId ? [link.data.chainId] : [])]),
  ]);
  const declared = [...cases].map((one) => `${one}.${member.id}`);
  const [declaredHere, files, asked] = await Promise.all([
    records.getMany(conflicts, declared),
    records.getMany(
      people,
      links.map(({ data }) => data.personId),
    ),
    records.getMany(
      requests,
      links.map(({ data }) => data.requestId),
    ),
  ]);
  if (declaredHere.length > 0) return 'conflict-declared';
  for (const { data } of links) {
    const person = files.find((one) => one.id === data.personId);
    const request = asked.find((one) => one.id === data.requestId);
    const barred = person && request && barredFromDeciding(member, data, person.data, request.data);
    if (barred) return barred;
  }
  return null;
}
