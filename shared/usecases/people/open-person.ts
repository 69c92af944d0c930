import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { londonDay } from '../../domain/day.ts';
import type { LiveMove, PersonFile } from '../../domain/files.ts';
import { PersonId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { Person, PersonIdentity } from '../../domain/person.ts';
import { identities, moves, people } from '../../store/kinds/people.ts';
import { create } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { namedOnRecord } from '../workers/name-on-record.ts';
import { barredFile, barredPairs, mostFacts } from './barred-file.ts';
import {
  NewAnchor,
  NewExclusionZone,
  NewNeeds,
  NewNonAssociation,
  NewPreference,
  NewProviderBan,
  NewReadiness,
  NewRisk,
  ownedFacts,
} from './new-facts.ts';

const listOf = <T>(fact: z.ZodType<T>) => z.array(fact).max(mostFacts).default([]);

/** A person with the first version of everything that is known of them. Their birth date stands with the person. */
export const NewPerson = z.strictObject({
  id: PersonId.optional(),
  identity: PersonIdentity.pick({ name: true, nhsNumber: true }),
  person: Person.omit({ id: true }),
  needs: listOf(NewNeeds),
  readiness: listOf(NewReadiness),
  risks: listOf(NewRisk),
  exclusionZones: listOf(NewExclusionZone),
  nonAssociations: listOf(NewNonAssociation),
  bans: listOf(NewProviderBan),
  anchors: listOf(NewAnchor),
  preferences: listOf(NewPreference),
});
export type NewPerson = z.infer<typeof NewPerson>;

/** Opens the record of a person. From then on they are a case of whoever opened it. */
export function openPerson(deps: Deps, call: Call<unknown, NewPerson>): Promise<Outcome<Receipt>> {
  return write(deps, call, 'personAdded', Receipt, async (records, now) => {
    const { newId } = deps.writing;
    const { id: reference, identity, person, ...facts } = call.body;
    const member = call.who.data;
    const id = reference ?? PersonId.parse(newId('person'));
    const file: PersonFile = {
      person: { ...person, id },
      ...ownedFacts(facts, id, newId),
      declined: [],
      withdrawn: null,
      openedBy: member.id,
      organisationId: member.organisationId,
    };
    const barred = barredFrom(member, 'people.open', { person: file });
    if (barred) return refuse(barred);
    if (await records.get(people, id)) return refuse('already-exists', { personId: id });
    const wrong = barredFile(file, londonDay(now)) ?? (await barredPairs(records, file));
    if (wrong) return wrong;
    const caseload = await namedOnRecord(deps, records, {
      ...{ personId: id, before: null, after: person },
      today: londonDay(now),
    });
    if (!caseload.ok) return caseload;
    const { partnership } = records;
    const { dateOfBirth } = person;
    return done({
      steps: [
        create(partnership, people, file),
        create(partnership, identities, { id, ...identity, dateOfBirth }),
        create(partnership, moves, noMove(id)),
        ...caseload.value,
      ],
      answer: { id, version: 1 },
      told: { personId: id },
    });
  });
}

const noMove = (personId: PersonId): LiveMove => ({
  personId,
  requestId: null,
  proposalId: null,
  promisedStayId: null,
  stayId: null,
});
