import * as z from 'zod';
import { NeedsAssessment, ReadinessAssessment } from '../domain/assessment.ts';
import type { FactChange, FactTable } from '../domain/explanation.ts';
import { Home } from '../domain/home.ts';
import { Person } from '../domain/person.ts';
import { PlacementRequest } from '../domain/placement-request.ts';
import { ExclusionZone, NonAssociation, ProviderBan, Risk } from '../domain/risk.ts';
import { Room } from '../domain/room.ts';
import { Vacancy } from '../domain/vacancy.ts';
import { Preference } from '../domain/wish.ts';
import { Worker } from '../domain/worker.ts';
import type { Facts } from './facts.ts';

const Fields = z.looseObject({ status: z.string() });

interface Parser<T> {
  parse(value: unknown): T;
}

/**
 * The facts as they would read after some changes. The facts given stay as they are.
 * @throws RangeError when a record to change is not there; ZodError when a changed record would not be valid
 */
export function applyChanges(facts: Facts, changes: readonly FactChange[]): Facts {
  return changes.reduce(applyChange, facts);
}

function applyChange(facts: Facts, change: FactChange): Facts {
  const tables: { readonly [T in FactTable]: () => Partial<Facts> } = {
    homes: () => ({ homes: changed(facts.homes, change, Home) }),
    rooms: () => ({ rooms: changed(facts.rooms, change, Room) }),
    vacancies: () => ({ vacancies: changed(facts.vacancies, change, Vacancy) }),
    people: () => ({ people: changed(facts.people, change, Person) }),
    needs: () => ({ needs: changed(facts.needs, change, NeedsAssessment) }),
    readiness: () => ({ readiness: changed(facts.readiness, change, ReadinessAssessment) }),
    requests: () => ({ requests: changed(facts.requests, change, { parse: requestOf }) }),
    risks: () => ({ risks: changed(facts.risks, change, Risk) }),
    exclusionZones: () => ({ exclusionZones: changed(facts.exclusionZones, change, ExclusionZone) }),
    nonAssociations: () => ({ nonAssociations: changed(facts.nonAssociations, change, NonAssociation) }),
    bans: () => ({ bans: changed(facts.bans, change, ProviderBan) }),
    preferences: () => ({ preferences: changed(facts.preferences, change, Preference) }),
    workers: () => ({ workers: changed(facts.workers, change, Worker) }),
  };
  return { ...facts, ...tables[change.table]() };
}

/** A request that is not paused has nothing to say of a pause. */
function requestOf(fields: unknown): PlacementRequest {
  const { pausedUntil: _until, pausedBecause: _because, pausedFrom: _from, ...rest } = Fields.parse(fields);
  return PlacementRequest.parse(rest.status === 'paused' ? fields : rest);
}

function changed<T extends { readonly id: string }>(
  records: readonly T[],
  { action, table, id, fields }: FactChange,
  schema: Parser<T>,
): readonly T[] {
  if (action === 'add') return [...records, schema.parse({ id, ...fields })];
  if (!records.some((one) => one.id === id)) throw new RangeError(`${table} has no record ${id}`);
  if (action === 'remove') return records.filter((one) => one.id !== id);
  return records.map((one) => (one.id === id ? schema.parse({ ...one, ...fields }) : one));
}
