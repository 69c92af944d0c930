import { beginWorker } from '../../shared/usecases/workers/begin-worker.ts';
import {
  countPersonDaysWithout,
  countProgrammeDaysWithout,
} from '../../shared/usecases/workers/count-days-without.ts';
import { endWorker } from '../../shared/usecases/workers/end-worker.ts';
import { handOver } from '../../shared/usecases/workers/hand-over.ts';
import { readCaseload } from '../../shared/usecases/workers/read-caseload.ts';
import { readWorkers } from '../../shared/usecases/workers/read-workers.ts';
import { recordWorkerAbsence } from '../../shared/usecases/workers/record-worker-absence.ts';
import { type Handled, handle } from '../route.ts';
import * as routes from './worker-routes.ts';

export const workerHandlers: readonly Handled[] = [
  handle(routes.readWorkersRoute, readWorkers),
  handle(routes.beginWorkerRoute, beginWorker),
  handle(routes.endWorkerRoute, endWorker),
  handle(routes.handOverRoute, handOver),
  handle(routes.readCaseloadRoute, readCaseload),
  handle(routes.recordWorkerAbsenceRoute, recordWorkerAbsence),
  handle(routes.countPersonDaysWithoutRoute, countPersonDaysWithout),
  handle(routes.countProgrammeDaysWithoutRoute, countProgrammeDaysWithout),
];
