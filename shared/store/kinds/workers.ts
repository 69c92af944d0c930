import { PersonWorkers } from '../../domain/person-workers.ts';
import { Cover, WorkerAbsences } from '../../domain/worker-cover.ts';
import { type Kind, person, worker } from '../kind.ts';

export const personWorkers: Kind<PersonWorkers> = {
  name: 'personWorkers',
  schema: PersonWorkers,
  id: (data) => data.personId,
  list: (data) => ({ by: data.personId }),
  subjects: (data) => [person(data.personId)],
  rematch: false,
};

export const workerAbsences: Kind<WorkerAbsences> = {
  name: 'workerAbsences',
  schema: WorkerAbsences,
  id: (data) => data.workerId,
  subjects: (data) => [worker(data.workerId)],
  rematch: false,
};

/** Kept by who covers, so that each request of theirs finds it by its key. */
export const covers: Kind<Cover> = {
  name: 'cover',
  schema: Cover,
  id: (data) => data.workerId,
  subjects: (data) => [worker(data.workerId)],
  rematch: false,
};
