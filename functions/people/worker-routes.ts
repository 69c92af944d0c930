import * as z from 'zod';
import { PersonId, RelationshipId, WorkerId } from '../../shared/domain/ids.ts';
import { Receipt } from '../../shared/usecases/call.ts';
import { NewWorkerOf } from '../../shared/usecases/workers/begin-worker.ts';
import {
  PeriodAsked,
  PersonDaysWithout,
  ProgrammeDaysWithout,
  ProgrammePeriodAsked,
} from '../../shared/usecases/workers/count-days-without.ts';
import { WorkerEnd } from '../../shared/usecases/workers/end-worker.ts';
import { Handover } from '../../shared/usecases/workers/hand-over.ts';
import { CaseloadShown } from '../../shared/usecases/workers/read-caseload.ts';
import { WorkersShown } from '../../shared/usecases/workers/read-workers.ts';
import { NewWorkerAbsence } from '../../shared/usecases/workers/record-worker-absence.ts';
import { get, nothing, post } from '../route.ts';

const aPerson = z.strictObject({ personId: PersonId });
const aRelationship = aPerson.extend({ relationshipId: RelationshipId });
const aWorker = z.strictObject({ workerId: WorkerId });
const allocating = { door: 'people', action: 'workers.allocate', answer: Receipt } as const;

export const readWorkersRoute = get('/v1/people/{personId}/workers', {
  name: 'readWorkers',
  door: 'people',
  action: 'people.read',
  summary: 'Read a person’s workers through time.',
  params: aPerson,
  query: nothing,
  answer: WorkersShown,
});

export const beginWorkerRoute = post('/v1/people/{personId}/workers', {
  ...allocating,
  name: 'beginWorker',
  summary: 'Make somebody first or second worker to a person, within their caseload limit.',
  params: aPerson,
  body: NewWorkerOf,
});

export const endWorkerRoute = post('/v1/people/{personId}/workers/{relationshipId}/end', {
  ...allocating,
  name: 'endWorker',
  summary: 'End somebody’s time as a worker to a person.',
  params: aRelationship,
  body: WorkerEnd,
});

export const handOverRoute = post('/v1/people/{personId}/workers/{relationshipId}/handover', {
  ...allocating,
  name: 'handOver',
  summary: 'Hand a person over from one worker to the next, on one day.',
  params: aRelationship,
  body: Handover,
});

export const readCaseloadRoute = get('/v1/workers/{workerId}/caseload', {
  name: 'readCaseload',
  door: 'people',
  action: 'caseloads.read',
  summary: 'Read a worker’s caseload: whom they support, since when, and for whom they cover.',
  params: aWorker,
  query: nothing,
  answer: CaseloadShown,
});

export const recordWorkerAbsenceRoute = post('/v1/workers/{workerId}/absences', {
  name: 'recordWorkerAbsence',
  door: 'people',
  action: 'workers.cover',
  summary: 'Record that a worker is away and who covers, or that they are back.',
  params: aWorker,
  body: NewWorkerAbsence,
  answer: Receipt,
});

export const countPersonDaysWithoutRoute = get('/v1/people/{personId}/days-without-workers', {
  name: 'countPersonDaysWithout',
  door: 'people',
  action: 'people.read',
  summary: 'Count the days on which a person had fewer workers than their programme wants.',
  params: aPerson,
  query: PeriodAsked,
  answer: PersonDaysWithout,
});

export const countProgrammeDaysWithoutRoute = get('/v1/days-without-workers', {
  name: 'countProgrammeDaysWithout',
  door: 'people',
  action: 'caseloads.count',
  summary: 'Count the days on which people of a programme had fewer workers than it wants.',
  params: nothing,
  query: ProgrammePeriodAsked,
  answer: ProgrammeDaysWithout,
});
