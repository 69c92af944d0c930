import { barredFrom } from '../../access/own-case.ts';
import { type Level, levelOf } from '../../access/project-person.ts';
import type { PersonFile, RequestFile } from '../../domain/files.ts';
import type { Member } from '../../domain/member.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { people } from '../../store/kinds/people.ts';
import { requests } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';

/** A person as a case: with every request of theirs, live or past. */
interface PersonCase {
  readonly person: PersonFile;
  readonly requests: readonly RequestFile[];
}

/**
 * How much of a person somebody sees in what the engine says of them. Refused where they may read none of it; nobody is
 * told of a person who is not there.
 */
export async function levelInMatches(
  member: Member,
  records: Records,
  personId: string,
): Promise<Outcome<Level>> {
  const found = await caseOf(records, personId);
  if (!found) return refuse('not-found');
  const barred = barredFrom(member, 'matches.read', found);
  if (barred) return refuse(barred);
  const level = levelOf(member, found.person, found.requests);
  return level.ok ? level : done('profile');
}

async function caseOf(records: Records, personId: string): Promise<PersonCase | null> {
  const [file, listed] = await Promise.all([
    records.get(people, personId),
    records.about(requests, personId),
  ]);
  if (!file) return null;
  const asked = await records.getMany(
    requests,
    listed.map((one) => one.id),
  );
  return { person: file.data, requests: asked.map((one) => one.data) };
}

/** Which of some moves are of people whose matches a member may read, by each one's person and request. */
export async function readableAmong(
  member: Member,
  records: Records,
  moves: readonly { readonly personId: string; readonly requestId: string }[],
): Promise<ReadonlySet<string>> {
  if (barredFrom(member, 'matches.read', {}) === null) return new Set(moves.map((one) => one.personId));
  const [files, asked] = await Promise.all([
    records.getMany(
      people,
      moves.map((one) => one.personId),
    ),
    records.getMany(
      requests,
      moves.map((one) => one.requestId),
    ),
  ]);
  const readable = files.filter(({ id, data }) => {
    const theirs = asked.filter((one) => one.data.request.personId === id).map((one) => one.data);
    return barredFrom(member, 'matches.read', { person: data, requests: theirs }) === null;
  });
  return new Set(readable.map((one) => one.id));
}
