import { createHash } from 'node:crypto';
import { londonDay } from '../../../shared/domain/day.ts';
import { PersonId, RequestId } from '../../../shared/domain/ids.ts';
import { done, type Outcome, refuse } from '../../../shared/domain/outcome.ts';
import { assessNeeds } from '../../../shared/usecases/people/assess-needs.ts';
import { changePerson } from '../../../shared/usecases/people/change-person.ts';
import { openPerson } from '../../../shared/usecases/people/open-person.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { recordAnchor } from '../../../shared/usecases/people/record-anchor.ts';
import { recordExclusionZone } from '../../../shared/usecases/people/record-exclusion-zone.ts';
import { recordRisk } from '../../../shared/usecases/people/record-risk.ts';
import { openRequest } from '../../../shared/usecases/requests/open-request.ts';
import { type AskedBy, reading, writing } from '../page.ts';
import { type Answered, newPersonOf, personChanges, requestOf } from './request-bodies.ts';
import { factsOf, type SentFacts } from './request-facts.ts';

/** The reference of the request a draft becomes, however often it is sent. */
export const requestReference = (key: string): string => `request-${bare(key)}`;

/** A key without what its references begin with in its place. */
const bare = (key: string): string => key.replace(/^asked-/, '');

/**
 * Sends a request: opens the person's record or adds to it, then asks for the place. Everything has a reference or a
 * key made of the draft and of what it says, so sending it again finishes what a lost answer left open and does nothing
 * twice.
 */
export async function sendRequest(
  asked: AskedBy,
  key: string,
  answered: Answered,
): Promise<Outcome<RequestId>> {
  const facts = factsOf(answered, londonDay(asked.now), asked.placeOf);
  const person = await withPerson(asked, key, answered, facts);
  if (!person.ok) return person;
  const id = RequestId.parse(requestReference(key));
  const body = requestOf(id, person.value, answered, asked.who.data.hospitalSite);
  const sent = { params: {}, body, key: keyOf(id, body) };
  const opened = await openRequest(asked.deps, writing(asked, 'open request', sent));
  if (opened.ok || isThere(opened, 'requestId', id)) return done(id);
  return opened;
}

/** Another key for other answers under the same reference. */
const keyOf = (id: string, body: unknown): string =>
  `${id}-${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)}`;

/** Whether the very thing that was to be written is on record already. */
const isThere = (outcome: Outcome<unknown>, fact: string, id: string): boolean =>
  !outcome.ok && outcome.refusal === 'already-exists' && outcome.facts[fact] === id;

async function withPerson(
  asked: AskedBy,
  key: string,
  answered: Answered,
  facts: SentFacts,
): Promise<Outcome<PersonId>> {
  const { known, reference } = answered.person ?? {};
  if (known === 'yes') {
    const personId = PersonId.safeParse(reference).data;
    return personId === undefined ? refuse('not-found') : addTo(asked, personId, answered, facts);
  }
  const id = PersonId.parse(`person-${bare(key)}`);
  const body = newPersonOf(id, answered, facts);
  const opened = await openPerson(
    asked.deps,
    writing(asked, 'open person', { params: {}, body, key: keyOf(id, body) }),
  );
  if (opened.ok) return done(id);
  return isThere(opened, 'personId', id) ? addTo(asked, id, answered, facts) : opened;
}

/** Adds to a record what the answers change of it. */
async function addTo(
  asked: AskedBy,
  personId: PersonId,
  answered: Answered,
  facts: SentFacts,
): Promise<Outcome<PersonId>> {
  const changed = await changeDetails(asked, personId, answered);
  if (!changed.ok) return changed;
  for (const record of recordings(asked, personId, facts)) {
    const written = await record();
    if (!written.ok && written.refusal !== 'already-exists') return written;
  }
  return done(personId);
}

async function changeDetails(
  asked: AskedBy,
  personId: PersonId,
  answered: Answered,
): Promise<Outcome<PersonId>> {
  const found = await readPerson(asked.deps, reading(asked, { personId }, {}));
  if (!found.ok) return found;
  if (found.value.level !== 'identity') return refuse('not-found');
  const { person, dateOfBirth, version } = found.value;
  const body = { ...person, ...personChanges(answered), dateOfBirth };
  if (JSON.stringify(body) === JSON.stringify({ ...person, dateOfBirth })) return done(personId);
  const sent = { params: { personId }, body, key: `${keyOf(personId, body)}-${version}`, ifMatch: version };
  const written = await changePerson(asked.deps, writing(asked, 'change person', sent));
  return written.ok ? done(personId) : written;
}

function recordings(asked: AskedBy, personId: PersonId, facts: SentFacts) {
  const { deps } = asked;
  const call = <Fact extends { readonly id?: string | undefined }>(fact: Fact) =>
    writing(asked, 'record fact', { params: { personId }, body: fact, key: `${personId}-${fact.id}` });
  return [
    ...facts.needs.map((fact) => () => assessNeeds(deps, call(fact))),
    ...facts.risks.map((fact) => () => recordRisk(deps, call(fact))),
    ...facts.anchors.map((fact) => () => recordAnchor(deps, call(fact))),
    ...facts.exclusionZones.map((fact) => () => recordExclusionZone(deps, call(fact))),
  ];
}
