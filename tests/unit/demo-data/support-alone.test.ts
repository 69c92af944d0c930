import { describe, expect, test } from 'vitest';
import { csvTexts, generate } from '../../../infra/local/demo-data/demo-data.ts';
import { seftonOddities, somersetOddities } from '../../../infra/local/demo-data/oddity-list.ts';
import type { TextRow } from '../../../infra/local/demo-data/tables.ts';
import { Day } from '../../../shared/domain/day.ts';
import { readOutcodes } from '../../../shared/files/outcodes.ts';
import { readTables } from '../../../shared/files/read-tables.ts';
import { compile, plan } from '../../../shared/matching/engine.ts';
import { currentPolicy } from '../../../shared/matching/policy.ts';
import { serviceModels } from '../../../shared/services/index.ts';

const on = Day.parse('2026-11-21');
const models = serviceModels();
const folders = {
  somerset: generate({ partnership: 'somerset', on, seed: 7 }),
  sefton: generate({ partnership: 'sefton', on, seed: 7 }),
};
const row = (rows: readonly TextRow[], person: string) =>
  rows.find((one) => one.sourceReference === person || one.person === person);
const lettable = (rows: readonly TextRow[]) => rows.filter(({ kind }) => kind !== 'communal');

function planned(partnership: keyof typeof folders) {
  const reading = { partnership, on, models, outcodes: readOutcodes() };
  const { facts } = readTables(csvTexts(folders[partnership]), reading);
  return plan(compile(facts, currentPolicy, models, on));
}

describe.each(['somerset', 'sefton'] as const)('%s', (partnership) => {
  const files = folders[partnership];

  test('holds 30 people, each with a worker of the programme that has no beds', () => {
    expect(files['people.csv']).toHaveLength(30);
    const workers = new Map(files['workers.csv'].map((one) => [one.sourceReference, one.serviceModel]));
    const programmes = new Set(files['people.csv'].map(({ primaryWorker }) => workers.get(primaryWorker!)));
    expect([...programmes]).toEqual([
      partnership === 'somerset' ? 'stepTogetherSomerset' : 'stepTogetherVenus',
    ]);
  });

  test('holds people who live in a home, people who wait for one, and people in support alone', () => {
    const lives = new Set(files['stays.csv'].map(({ person }) => person));
    const asks = new Set(files['requests.csv'].map(({ person }) => person));
    const alone = files['people.csv'].filter(
      ({ sourceReference }) => !lives.has(sourceReference) && !asks.has(sourceReference),
    );
    expect([lives.size > 6, asks.size > 6, alone.length > 3]).toEqual([true, true, true]);
  });

  test('has rents in the ranges of its area', () => {
    const [from, to] = partnership === 'somerset' ? [58, 283] : [59, 271];
    for (const { weeklyRent } of lettable(files['rooms.csv'])) {
      expect(Number(weeklyRent)).toBeGreaterThanOrEqual(from!);
      expect(Number(weeklyRent)).toBeLessThanOrEqual(to!);
    }
  });

  test('has a plan that moves somebody', () => {
    expect(planned(partnership).suggestions.length).toBeGreaterThan(2);
  });
});

describe('the oddities', () => {
  test.each(somersetOddities)('of Somerset: $reference is there', ({ reference }) => {
    expect(row(folders.somerset['people.csv'], reference)).toBeDefined();
  });

  test.each(seftonOddities)('of Sefton: $reference is there', ({ reference }) => {
    expect(row(folders.sefton['people.csv'], reference)).toBeDefined();
  });

  test('Somerset’s contract ended in an April gone by, and everybody’s support goes on', () => {
    const last = models.get('stepTogetherSomerset')!.fundingPeriods!.at(-1)!.to!;
    expect([last, last < on]).toEqual(['2025-03-31', true]);
    for (const person of ['contract-ended', 'in-support-alone']) {
      expect(row(folders.somerset['people.csv'], person)!.primaryWorker).not.toBe('');
      expect(row(folders.somerset['requests.csv'], person)).toBeUndefined();
    }
  });

  test('for the dog owner of many years in hostels only homes that take her dog fit', () => {
    const { suggestions, unplaced } = planned('somerset');
    const reference = 'dog-owner-in-hostels';
    const fits = [
      ...suggestions.filter(({ personId }) => personId === reference).map(({ roomId }) => roomId),
      ...unplaced.filter(({ personId }) => personId === reference).flatMap((one) => one.roomsThatFit),
    ];
    expect(fits.length).toBeGreaterThan(0);
    for (const id of fits) {
      const room = row(folders.somerset['rooms.csv'], id)!;
      expect(row(folders.somerset['homes.csv'], room.home!)!.pets).toBe('byAgreement');
    }
    expect(folders.somerset['homes.csv'].some(({ pets }) => pets === 'none')).toBe(true);
  });

  test('the woman expecting a baby needs a home before it is due, and is offered one that takes it', () => {
    const reference = 'baby-due-near-contact-venue';
    expect(row(folders.sefton['people.csv'], reference)).toMatchObject({
      babyDueOn: '2027-01-23',
      childRemoved: 'yes',
    });
    expect(row(folders.sefton['requests.csv'], reference)!.neededBy).toBe('2026-12-26');
    expect(row(folders.sefton['anchors.csv'], reference)).toMatchObject({ kind: 'childContact' });
    const hers = planned('sefton').suggestions.find(({ personId }) => personId === reference);
    expect(hers).toBeDefined();
    const room = row(folders.sefton['rooms.csv'], hers!.roomId)!;
    expect(row(folders.sefton['homes.csv'], room.home!)!.takesChildren).toBe('yes');
  });

  test('Sefton’s shared homes are for women, with a reason, at addresses that are confidential', () => {
    const shared = folders.sefton['homes.csv'].filter(({ letting }) => letting === 'byRoom');
    expect(shared.length).toBeGreaterThan(2);
    for (const home of shared) {
      expect(home).toMatchObject({ sexPolicy: 'women', confidentialAddress: 'yes' });
      expect(home.sexPolicyBasis).not.toBe('');
    }
  });

  test('nobody in Sefton who was not asked about her children is taken to have had one removed', () => {
    expect(row(folders.sefton['people.csv'], 'not-asked-about-children')!.childRemoved).toBe('');
  });
});
