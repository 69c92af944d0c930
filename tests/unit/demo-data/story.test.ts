import { expect, test } from 'vitest';
import { csvTexts, generate } from '../../../infra/local/demo-data/demo-data.ts';
import { story } from '../../../infra/local/demo-data/story.ts';
import { Day } from '../../../shared/domain/day.ts';
import { readOutcodes } from '../../../shared/files/outcodes.ts';
import { readTables } from '../../../shared/files/read-tables.ts';
import { compile, plan } from '../../../shared/matching/engine.ts';
import { currentPolicy } from '../../../shared/matching/policy.ts';
import { serviceModels } from '../../../shared/services/index.ts';

const models = serviceModels();

test.each([
  [30, 1, '2026-11-21'],
  [200, 7, '2026-11-21'],
  [200, 8, '2027-01-31'],
  [200, 9, '2028-02-29'],
  [400, 10, '2026-12-18'],
])(
  'among %i people of seed %i on %s the patient’s place is the end of one chain of three',
  (people, seed, day) => {
    const on = Day.parse(day);
    const texts = csvTexts(generate({ partnership: 'southampton', people, seed, on }));
    const { facts } = readTables(texts, { partnership: 'southampton', on, models, outcodes: readOutcodes() });
    const { chains, suggestions } = plan(compile(facts, currentPolicy, models, on));
    const patient = suggestions.find(({ personId }) => personId === story.patient)!;
    const links = chains.find(({ id }) => id === patient.chainId)!.suggestions;
    const moves = links.map((link) => suggestions.find(({ id }) => id === link)!);
    expect(moves.map(({ personId, roomId }) => [personId, roomId])).toEqual([
      [story.sharedHouseResident, story.flat],
      [story.houseResident, story.sharedHouseRoom],
      [story.patient, story.highSupportRoom],
    ]);
    expect(patient.delayDays).toBe(12);
  },
);
