import { describe, expect, test } from 'vitest';
import { Day, Instant } from '../../../shared/domain/day.ts';
import { HomeId, OutOfServiceId, PersonId, ProposalId, RoomId, StayId } from '../../../shared/domain/ids.ts';
import {
  emptyLedger,
  type HomeLedger,
  leave,
  type Occupant,
  withPeriod,
} from '../../../shared/domain/ledger.ts';
import { barredFromSleeping } from '../../../shared/domain/trial-nights.ts';

const day = (text: string): Day => Day.parse(`2026-05-${text}`);
const roomId = RoomId.parse('elm-1');
const now = Instant.parse('2026-04-20T09:00:00Z');

const occupant = (id: string, more: Partial<Occupant> = {}): Occupant => ({
  ...{ personId: PersonId.parse(id), size: 1, highRisk: false, earlyRecovery: false, keptApartFrom: [] },
  ...{ exploitsOthers: false, exploitable: false },
  ...more,
});

const stays = (ledger: HomeLedger, who: Occupant, room: string, from: string): HomeLedger =>
  withPeriod(
    ledger,
    {
      ...{ kind: 'stay', roomId: RoomId.parse(room), from: day(from), until: null, arrived: true },
      ...{ stayId: StayId.parse(`stay-${who.personId}`), personId: who.personId },
    },
    who,
  );

/** Ada has the room until the 6th; it is made ready until the 9th; Ben is promised it from the 11th. Cat lives next door. */
const ben = occupant('ben');
const cat = occupant('cat');
const book = stays(
  leave(
    stays(stays(emptyLedger(HomeId.parse('elm')), occupant('ada'), 'elm-1', '01'), cat, 'elm-2', '01'),
    StayId.parse('stay-ada'),
    day('06'),
    day('09'),
  ),
  ben,
  'elm-1',
  '11',
);

const unlimited = { persons: null, households: null, highRisk: null, earlyRecovery: null };
const asked = (from: string, to: string, limits = {}, who = ben) => ({
  ...{ roomId, from: day(from), to: day(to), occupant: who, limits: { ...unlimited, ...limits }, now },
});
const codeOf = (ledger: HomeLedger, ...[from, to, limits, who]: Parameters<typeof asked>) => {
  const barred = barredFromSleeping(ledger, asked(from, to, limits, who));
  return barred && !barred.ok ? barred.refusal : null;
};

describe('a trial night', () => {
  test.each([
    ['05', '06', 'room-taken'],
    ['05', '10', 'room-taken'],
    ['06', '07', 'room-not-ready'],
    ['08', '10', 'room-not-ready'],
    ['09', '10', null],
    ['09', '11', null],
  ])('from %s to %s May: %s', (from, to, code) => {
    expect(codeOf(book, from, to)).toBe(code);
  });

  test('is not slept in a room that is out of service, and a hold that has run out is none', () => {
    const closed: HomeLedger = {
      ...book,
      periods: [
        ...book.periods,
        {
          ...{ kind: 'outOfService', roomId, from: day('10'), until: day('11') },
          outOfServiceId: OutOfServiceId.parse('works'),
        },
      ],
    };
    expect(codeOf(closed, '09', '10')).toBeNull();
    expect(codeOf(closed, '09', '11')).toBe('room-out-of-service');
    const held = (expiresAt: string): HomeLedger => ({
      ...book,
      periods: [
        ...book.periods,
        {
          ...{ kind: 'hold', roomId, from: day('09'), until: null, expiresAt: Instant.parse(expiresAt) },
          ...{ proposalId: ProposalId.parse('other'), personId: cat.personId },
        },
      ],
    });
    expect(codeOf(held('2026-04-20T09:00:00Z'), '09', '10')).toBeNull();
    expect(codeOf(held('2026-04-20T09:00:01Z'), '09', '10')).toBe('room-taken');
  });

  test('counts in the licence and the mix on that night only, whoever comes later', () => {
    expect(codeOf(book, '09', '10', { persons: 2 })).toBeNull();
    expect(codeOf(book, '09', '10', { persons: 1 })).toBe('licence-exceeded');
    const later = stays(book, occupant('dan'), 'elm-3', '10');
    expect(codeOf(later, '09', '10', { persons: 2 })).toBeNull();
    expect(codeOf(later, '09', '11', { persons: 2 })).toBe('licence-exceeded');
    // Dan leaves on the day Eve comes.
    const changing = stays(
      leave(stays(book, occupant('dan'), 'elm-3', '01'), StayId.parse('stay-dan'), day('10'), day('10')),
      occupant('eve'),
      'elm-3',
      '10',
    );
    expect(codeOf(changing, '09', '11', { persons: 3 })).toBeNull();
    const risky = { ...ben, highRisk: true };
    expect(codeOf(book, '09', '10', { highRisk: 0 }, risky)).toBe('house-mix-exceeded');
  });

  test('is not slept beside somebody the person is kept apart from', () => {
    const apart = { ...ben, keptApartFrom: [cat.personId] };
    expect(codeOf(book, '09', '10', {}, apart)).toBe('housemates-clash');
  });
});
