import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Deed } from '../../../shared/domain/audit.ts';
import type { Context, Told } from '../../../shared/usecases/timeline/told.ts';
import { words } from '../../../shared/usecases/timeline/words.ts';

const context: Context = {
  by: 'a panel member',
  person: (id) => id ?? 'somebody',
};

const full: Told = {
  personId: 'hmo-resident',
  homeId: 'birch',
  roomId: 'birch-flat',
  vacancyId: 'free',
  requestId: 'ask',
  proposalId: 'proposal-1',
  chainId: 'chain-1',
  stayId: 'stay-1',
  moveOn: '2026-04-30',
  on: '2026-04-23',
  from: '2026-04-24',
  to: '2026-04-28',
  until: '2026-05-01',
  links: '3',
};

const sentence = (deed: Deed, told: Told): string => words[deed](told, context);

const plain = (said: string): void => {
  expect(said).toMatch(/^[a-z]/);
  expect(said).not.toMatch(/undefined|null|NaN|\[object| {2}| [,.:;]|[,.:; ]$/);
};

test.each(Deed.options)('%s reads as a sentence with everything told, and with nothing', (deed) => {
  plain(sentence(deed, full));
  plain(sentence(deed, {}));
});

test('a sentence stands whichever keys are told, and whatever codes and days they hold', () => {
  const anyCode = fc.constantFrom(
    'approve',
    'decline',
    'yes',
    'accept',
    'start',
    'draft',
    'repairs',
    'hospital',
    'notReadyAgain',
    'J2',
    'toString',
    '__proto__',
    'nonsense',
    '',
    '2026-02-30',
    '0',
    '1',
    '-4',
    '99999',
  );
  const told = fc
    .tuple(
      fc.subarray(Object.keys(full)),
      fc.dictionary(
        fc.constantFrom(
          'reason',
          'outcome',
          'answer',
          'state',
          'because',
          'links',
          'moveOn',
          'on',
          'from',
          'to',
          'until',
        ),
        anyCode,
      ),
    )
    .map(
      ([keys, codes]): Told => ({
        ...Object.fromEntries(keys.map((key) => [key, full[key] ?? ''])),
        ...codes,
      }),
    );
  fc.assert(
    fc.property(fc.constantFrom(...Deed.options), told, (deed, one) => plain(sentence(deed, one))),
    { numRuns: 3000, seed: 20_260_420 },
  );
});

test.each([
  [
    'proposalDecided',
    { ...full, links: '1', outcome: 'approve' },
    'a panel member approved the move of hmo-resident to room birch-flat on 30 April 2026',
  ],
  [
    'chainDecided',
    { chainId: 'c', links: '3', outcome: 'approve', moveOn: '2026-04-30' },
    'a panel member approved a chain of 3 moves that begins on 30 April 2026',
  ],
  [
    'suggestionAdopted',
    full,
    'a panel member adopted a chain of 3 moves, beginning with the move of hmo-resident to room birch-flat on 30 April 2026',
  ],
  [
    'proposalMade',
    { ...full, links: '1' },
    'a panel member proposed the move of hmo-resident to room birch-flat on 30 April 2026',
  ],
  [
    'proposalDecided',
    { ...full, outcome: 'decline' },
    'a panel member declined the move of hmo-resident to room birch-flat on 30 April 2026; 2 more could not stand without it',
  ],
  [
    'proposalWithdrawn',
    { ...full, reason: 'personWithdrew' },
    'a panel member withdrew the proposal to move hmo-resident to room birch-flat: the person changed their mind; 2 more could not stand without it',
  ],
  [
    'proposalExpired',
    { ...full, links: '2' },
    'the proposal to move hmo-resident to room birch-flat ran out of time; one more could not stand without it',
  ],
  [
    'viewRecorded',
    { ...full, answer: 'wantsToTalk' },
    'a panel member recorded what hmo-resident says of a move to room birch-flat: they want to talk about it',
  ],
  [
    'readyPeriodOpened',
    { ...full, reason: 'J2' },
    'a panel member recorded that hmo-resident is ready to leave hospital since 23 April 2026: waiting for a supported home',
  ],
  [
    'roomOutOfService',
    { ...full, reason: 'damp' },
    'a panel member took room birch-flat out of service from 24 April 2026 to 28 April 2026: damp',
  ],
  [
    'roomOutOfService',
    { roomId: 'birch-flat', from: '2026-04-24' },
    'a panel member took room birch-flat out of service from 24 April 2026',
  ],
  ['requestReviewed', { personId: 'ada', outcome: 'reject' }, 'a panel member rejected the request for ada'],
  [
    'departed',
    { ...full, reason: 'plannedMoveOn' },
    'a panel member recorded that hmo-resident left room birch-flat on 23 April 2026: a planned move',
  ],
] as const)('%s says what was done', (deed, told, said) => {
  expect(sentence(deed, told)).toBe(said);
});
