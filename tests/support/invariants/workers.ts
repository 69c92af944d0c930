import { caseloads, people } from '../../../shared/store/kinds/people.ts';
import { covers, personWorkers, workerAbsences } from '../../../shared/store/kinds/workers.ts';
import type { Snapshot } from './snapshot.ts';

/** Who works with whom says the same wherever it stands: with the person, on caseloads, and with whoever covers. */
export function brokenWorkers(snapshot: Snapshot): string[] {
  return snapshot
    .partnerships()
    .flatMap((partnership) => [
      ...brokenRelationships(snapshot, partnership),
      ...brokenSeconds(snapshot, partnership),
      ...brokenCover(snapshot, partnership),
    ]);
}

/** Whoever lasts on record is who the person's file names: those put on record by a test's scene have no book. */
function brokenRelationships(snapshot: Snapshot, partnership: string): string[] {
  const files = new Map<string, { primaryWorker: string | null; secondWorker: string | null }>(
    snapshot.of(partnership, people).map(({ person }) => [person.id, person]),
  );
  return snapshot.of(partnership, personWorkers).flatMap(({ personId, relationships }) => {
    const lasting = relationships.filter(({ until }) => until === null);
    const file = files.get(personId);
    const wrong = lasting.filter(
      (one) => (one.part === 'primary' ? file?.primaryWorker : file?.secondWorker) !== one.workerId,
    );
    const twice = lasting.length - new Set(lasting.map(({ part }) => part)).size;
    return [
      ...wrong.map((one) => `${personId}: ${one.workerId} lasts as ${one.part}, and the file says otherwise`),
      ...(twice > 0 ? [`${personId} has two workers in one part`] : []),
    ];
  });
}

function brokenSeconds(snapshot: Snapshot, partnership: string): string[] {
  const second = new Map<string, string | null>(
    snapshot.of(partnership, people).map(({ person }) => [person.id, person.secondWorker]),
  );
  return snapshot
    .of(partnership, caseloads)
    .flatMap(({ workerId, coAllocated = [] }) =>
      coAllocated.flatMap((id) =>
        second.get(id) === workerId ? [] : [`${workerId} is not the second worker of ${id}`],
      ),
    );
}

function brokenCover(snapshot: Snapshot, partnership: string): string[] {
  const given = snapshot
    .of(partnership, workerAbsences)
    .flatMap(({ workerId, absences }) =>
      absences.flatMap((one) =>
        one.coveredBy ? [`${one.coveredBy} for ${workerId} ${one.from} ${one.until}`] : [],
      ),
    );
  const taken = snapshot
    .of(partnership, covers)
    .flatMap((cover) =>
      cover.covers.map((one) => `${cover.workerId} for ${one.workerId} ${one.from} ${one.until}`),
    );
  return [...new Set(given).symmetricDifference(new Set(taken))].map((one) => `cover: ${one}`);
}
