import { barredFrom } from '../../access/own-case.ts';
import type { PersonFile, RequestFile } from '../../domain/files.ts';
import type { Member } from '../../domain/member.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { people } from '../../store/kinds/people.ts';
import { requests } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';

/** A person as a case: with every request of theirs, live or past. */
interface PersonCase {
  readonly person: PersonFile;
  readonly requests: readonly RequestFile[];
}

/** Why somebody may not read what the engine says of a person; nobody is told of a person who is not there. */
export async function barredFromMatches(
  member: Member,
  records: Records,
  personId: string,
): Promise<Refusal | null> {
  const found = await caseOf(records, personId);
  return found ? barredFrom(member, 'matches.read', found) : 'not-found';
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
