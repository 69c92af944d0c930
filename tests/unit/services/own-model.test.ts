import { describe, expect, test } from 'vitest';
import { evaluate, parseServiceModel } from '../../../shared/services/index.ts';

const source = 'Lantern Coaching, a made-up programme';

/** Support without beds, without an end and without readiness: as far from the shipped models as a programme gets. */
const lantern = {
  id: 'lanternCoaching',
  version: '2026-12',
  name: 'Lantern Coaching',
  area: 'Anywhere',
  source,
  validFrom: '2026-12-01',
  validTo: null,
  subject: 'Adult with two needs or more',
  provides: 'support',
  statedEnd: { says: 'Never by the calendar', basis: 'stated', source },
  why: { risks: [], answers: [], source },
  eligibility: [
    {
      id: 'homelessWithTwoNeeds',
      class: 'H',
      question: 'Is the person homeless, and how many needs do they have?',
      sentence: 'For homeless people with two needs or more.',
      appliesTo: 'entry',
      from: null,
      to: null,
      when: {
        any: [
          {
            all: [
              { fact: 'homelessOnLeaving', is: true },
              { fact: 'needsCount', atLeast: 2 },
            ],
          },
          { fact: 'clientGroup', in: ['S'] },
        ],
      },
      source,
    },
  ],
  stages: [
    {
      id: 'coaching',
      name: 'Coaching',
      order: 0,
      purpose: 'Trust first, then whatever the person wants to change.',
      beds: false,
      supportLevel: null,
      staffOnSite: 'none',
      intendedMonths: null,
      weeklyContacts: null,
      gate: null,
      needs: [],
      startsOnEntry: [],
      home: null,
      agreement: null,
      source,
    },
  ],
  moves: [],
  beforeMoveIn: [],
  staffRoles: [
    {
      id: 'coach',
      name: 'Coach',
      fullTimeEquivalent: 14,
      does: ['Coaches'],
      followsPerson: true,
      mayBePersonalAdviser: false,
      source,
    },
  ],
  caseloadLimits: [],
  coAllocation: { workersPerPerson: 1, primaryRole: 'coach', source },
  organisationParts: [],
  contactPatterns: [],
  followUps: [],
  readiness: {
    scale: { min: 0, max: 4 },
    domains: [],
    raters: 1,
    workerRaters: 1,
    ownRating: false,
    validDays: 90,
    gates: [],
    source,
  },
  wraparoundOffers: [],
  workAndLearningOffers: [],
  principles: [],
  endConditions: [
    { kind: 'goalMet', says: 'The person is ready', source },
    { kind: 'fundingEnd', says: 'The contract ends', source },
  ],
  outcomeMeasures: [],
  proposalSteps: [
    { id: 'personView', by: 'The person', asks: 'Do you want this?', withinWorkingDays: null, source },
    { id: 'panel', by: 'The panel', asks: 'Is it right?', withinWorkingDays: null, source },
  ],
  panel: {
    chair: 'lead',
    quorum: 2,
    members: [
      { id: 'lead', who: 'Lead', mustBePresent: true },
      { id: 'peer', who: 'Peer', mustBePresent: false },
    ],
    source,
  },
  governance: { board: null, reports: [] },
  matching: {
    ladderOnly: false,
    newcomerStages: [],
    needsCategories: [],
    turnaroundWorkingDays: 0,
    weights: { choice: 40 },
    source,
  },
  notes: [],
};

describe('a programme the product has never heard of', () => {
  test('loads as data', () => {
    const model = parseServiceModel(lantern, 'lantern.json');
    expect(model).toEqual(lantern);
  });

  test('has rules of its own that are evaluated', () => {
    const rule = parseServiceModel(lantern, 'lantern.json').eligibility[0]!.when;
    expect(evaluate(rule, { homelessOnLeaving: true, needsCount: 2 })).toBe('pass');
    expect(evaluate(rule, { homelessOnLeaving: true, needsCount: 1, clientGroup: [] })).toBe('fail');
    expect(evaluate(rule, { homelessOnLeaving: true, needsCount: 1 })).toBe('unknown');
  });

  test('may keep the level of support where it says lateral, and step up to an earlier stage', () => {
    const [coaching] = lantern.stages;
    const stages = [coaching, { ...coaching, id: 'alongside', order: 1 }];
    const moves = [
      { from: 'coaching', to: 'alongside', direction: 'lateral', source },
      { from: 'alongside', to: 'coaching', direction: 'stepUp', source },
      { from: 'coaching', to: 'coaching', direction: 'lateral', source },
    ];
    expect(parseServiceModel({ ...lantern, stages, moves }, 'lantern.json').moves).toEqual(moves);
  });

  test('may not call a way back a step down', () => {
    const [coaching] = lantern.stages;
    const stages = [coaching, { ...coaching, id: 'alongside', order: 1 }];
    const moves = [{ from: 'alongside', to: 'coaching', direction: 'stepDown', source }];
    expect(() => parseServiceModel({ ...lantern, stages, moves }, 'lantern.json')).toThrow(
      'lantern.json: moves[0].direction: stepDown must lead to a later stage without more support; found "stepDown"',
    );
  });
});
