import { describe, expect, test } from 'vitest';
import type { VacancyFile } from '../../../shared/domain/files.ts';
import { HomeId, RoomId, VacancyId } from '../../../shared/domain/ids.ts';
import type { Kept } from '../../../shared/store/kind.ts';
import { vacancies } from '../../../shared/store/kinds/homes.ts';
import { workers } from '../../../shared/store/kinds/partnerships.ts';
import { change, create, save, unchanged } from '../../../shared/store/steps.ts';
import { aWorker } from '../../support/scenes.ts';

const vacancy = (status: 'open' | 'expected'): VacancyFile => {
  const base = {
    id: VacancyId.parse('v-1'),
    roomId: RoomId.parse('r-1'),
    reason: '13' as const,
    from: '2026-05-01' as never,
  };
  return {
    vacancy: status === 'open' ? { ...base, status } : { ...base, status, certainty: 'noticeGiven' as const },
    homeId: HomeId.parse('elm'),
    expectedAs: null,
    freedBy: null,
    backups: [],
  };
};

const kept = <T>(kind: Kept<T>['kind'], data: T, version: number): Kept<T> => ({
  kind,
  partnership: 'southampton',
  id: kind.id(data),
  version,
  data,
});

const writeOf = (step: ReturnType<typeof create>) => {
  if (step.action !== 'write') throw new Error('That is no write.');
  return step;
};

describe('a step', () => {
  test('makes a record that must not be there, with its places in lists', () => {
    const step = writeOf(create('southampton', vacancies, vacancy('open')));
    expect(step).toMatchObject({ expects: 0, subjects: ['home:elm'] });
    expect(step.item).toMatchObject({
      PK: 'T#southampton#vacancy#v-1',
      SK: 'now',
      version: 1,
      GSI1PK: 'T#southampton#vacancy#in#live',
      GSI1SK: '2026-05-01#v-1',
      GSI2PK: 'T#southampton#vacancy#of#elm',
      GSI2SK: 'v-1',
    });
    expect(step.change).toMatchObject({ from: null, to: 'open' });
  });

  test('names the fields it changes, and the state before and after', () => {
    const step = writeOf(change(kept(vacancies, vacancy('expected'), 4), vacancy('open')));
    expect(step).toMatchObject({ expects: 4, item: { version: 5 } });
    expect(step.change).toMatchObject({ version: 5, fields: ['vacancy'], from: 'expected', to: 'open' });
  });

  test('names a field that has gone', () => {
    const before = { ...aWorker('w-1'), extra: 'x' };
    const step = writeOf(change(kept(workers, before, 1), aWorker('w-1')));
    expect(step.change.fields).toEqual(['extra']);
  });

  test('never goes where the table of transitions does not', () => {
    expect(() => change(kept(vacancies, vacancy('open'), 1), vacancy('expected'))).toThrow(
      'A vacancy never goes from open to expected.',
    );
  });

  test('that saves changes what is there, and makes what is not', () => {
    expect(save('southampton', workers, null, aWorker('w-1'))).toMatchObject({ expects: 0 });
    const there = kept(workers, aWorker('w-1'), 2);
    expect(save('southampton', workers, there, aWorker('w-1'))).toMatchObject({ expects: 2 });
  });

  test('that only relies on a record asks for it in the version that was read', () => {
    expect(unchanged(kept(workers, aWorker('w-1'), 7))).toMatchObject({
      action: 'check',
      expects: 7,
      key: { PK: 'T#southampton#worker#w-1', SK: 'now' },
    });
  });
});
