import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { peopleHandlers } from '../../functions/people/handlers.ts';
import type { PersonFile } from '../../shared/domain/files.ts';
import { auditOf } from '../../shared/store/audit.ts';
import { aboutOf } from '../../shared/store/keys.ts';
import type { Kept, Kind, Subject } from '../../shared/store/kind.ts';
import { workers } from '../../shared/store/kinds/partnerships.ts';
import { caseloads, people } from '../../shared/store/kinds/people.ts';
import { Records } from '../../shared/store/records.ts';
import type { NewNeeds } from '../../shared/usecases/people/new-facts.ts';
import type { NewPerson } from '../../shared/usecases/people/open-person.ts';
import { asker } from './ask.ts';
import { testStore } from './store.ts';

/** What may only ever be seen by those who may know who somebody is. */
export const canary = {
  name: 'Zephyrine Quillfeather',
  nhsNumber: '9990000018',
  dateOfBirth: '2005-03-17',
} as const;
export const canaries: readonly string[] = Object.values(canary);

export const newNeeds: z.input<typeof NewNeeds> = {
  assessedOn: '2026-04-01',
  assessedBy: 'adult social care',
  supportLevel: 'medium',
  supportHoursPerWeek: 8,
  sleepIn: 'notRequired',
  stepFree: 'required',
  wetRoom: 'notRequired',
  highestFloor: 2,
  selfContained: 'notRequired',
  quiet: true,
  recovery: 'sustained',
  substanceFreeHome: 'notRequired',
  riskToSelf: 'low',
  safetyPlanOn: null,
};

export const newRisk = {
  category: 'violence',
  level: 'high',
  current: true,
  recordedOn: '2026-04-02',
  expiresOn: null,
  setBy: 'police',
} as const;

export const newZone = {
  centre: { easting: 441_777, northing: 113_333 },
  radiusMetres: 500,
  setBy: 'court',
  from: '2026-01-01',
  expiresOn: null,
} as const;

export const newBan = {
  organisationId: 'landlord-1',
  from: '2026-02-02',
  expiresOn: '2026-12-31',
  setBy: 'service manager',
} as const;

type Sent = z.input<typeof NewPerson>;

/** A young woman with one assessment of her needs, as a worker would send her. */
export function newPerson(id: string, more: Partial<Sent> = {}, person: Partial<Sent['person']> = {}): Sent {
  return {
    id,
    identity: { name: canary.name, nhsNumber: canary.nhsNumber },
    person: {
      dateOfBirth: canary.dateOfBirth,
      sexRegisteredAtBirth: 'female',
      clientGroups: ['P'],
      careStatus: 'formerRelevant',
      leftResidentialCare: false,
      householdAdults: 1,
      householdChildren: 0,
      babyDueOn: null,
      pets: [],
      smokes: 'no',
      funding: 'benefits',
      canPayWeekly: null,
      sharedRateExempt: null,
      localConnection: true,
      localConnectionExempt: false,
      primaryWorker: null,
      secondWorker: null,
      ...person,
    },
    needs: [newNeeds],
    ...more,
  };
}

/** The people door over a real store, with two workers and a member of each role. */
export async function peopleScene() {
  const store = await testStore();
  await store.member('officer', ['housingOfficer']);
  await store.member('ward', ['wardCoordinator'], { hospitalSite: 'RHM01' });
  await store.member('worker', ['supportWorker'], { workerId: 'w-1' });
  await store.member('colleague', ['supportWorker'], { workerId: 'w-2' });
  await store.member('panel', ['panelMember']);
  await store.member('chair', ['panelChair']);
  await store.member('lead', ['programmeLead']);
  await store.member('auditor', ['auditor']);
  await store.member('admin', ['systemAdmin']);
  await store.member('provider', ['providerManager']);
  await store.member('stranger', ['supportWorker'], { partnershipId: 'bristol', workerId: 'w-1' });
  for (const [id, caseloadLimit] of [
    ['w-1', null],
    ['w-2', 1],
  ] as const) {
    const about = { serviceModel: 'stayingConnected', role: 'adviser', team: null, coveredBy: null };
    const worker = workers.schema.parse({ ...about, id, fullTimeEquivalent: 1, caseloadLimit });
    await store.put('southampton', workers, worker);
    await store.put('southampton', caseloads, { workerId: worker.id, people: [] });
  }
  const ask = asker(peopleHandlers, store.deps);
  const records = new Records(store.deps.writing.table, 'southampton');
  const read = async <T>(kind: Kind<T>, id: string): Promise<Kept<T>> => {
    const found = await records.get(kind, id);
    if (!found) throw new Error(`There is no ${kind.name} ${id}.`);
    return found;
  };
  return {
    ...store,
    ask,
    records,
    read,
    file: async (id: string): Promise<PersonFile> => (await read(people, id)).data,
    caseload: async (id: string): Promise<string[]> => (await read(caseloads, id)).data.people,
    audit: (subject: Subject) => auditOf(store.deps.writing.table, 'southampton', subject),

    /** Opens the record of a person, by the worker unless it is said by whom. */
    async opened(id: string, more: Partial<Sent> = {}, person: Partial<Sent['person']> = {}, as = 'worker') {
      const { status, body } = await ask('openPerson', { as, body: newPerson(id, more, person) });
      if (status !== 201) throw new Error(`The scene could not be set: ${JSON.stringify(body)}`);
    },

    /** Who read who a person is, in the order of time. */
    async readLog(id: string): Promise<{ item: Record<string, unknown>; data: Record<string, string> }[]> {
      const { Items = [] } = await store.client.send(
        new QueryCommand({
          TableName: store.tableName,
          IndexName: 'GSI2',
          KeyConditionExpression: 'GSI2PK = :about',
          ExpressionAttributeValues: { ':about': aboutOf('southampton', 'readLog', id) },
        }),
      );
      return Items.map((item) => ({ item, data: JSON.parse(String(item.data)) }));
    },
  };
}

export type PeopleScene = Awaited<ReturnType<typeof peopleScene>>;
