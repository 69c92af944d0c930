import { expect, test } from 'vitest';
import { Day, Instant } from '../../../shared/domain/day.ts';
import { PersonId, ProposalId, StayId, VacancyId } from '../../../shared/domain/ids.ts';
import {
  type Asked,
  changeStay,
  emptyLedger,
  giveRoom,
  type HomeLedger,
  leave,
  type Occupant,
  present,
  takeBackLeave,
  withOccupant,
  withOffer,
  withoutHold,
  withoutOffer,
  withoutStay,
} from '../../../shared/domain/ledger.ts';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import { claimsOn, overlap } from '../../../shared/domain/room-nights.ts';
import { homeId, roomId, roomOf } from '../../support/naive/house-nights.ts';

const now = Instant.parse('2026-04-20T09:00:00Z');
const day = (date: string): Day => Day.parse(`2026-05-${date}`);
const noLimits = { persons: null, households: null, highRisk: null, earlyRecovery: null };
const someone = (who: string, more: Partial<Occupant> = {}): Occupant => ({
  personId: PersonId.parse(who),
  size: 1,
  highRisk: false,
  earlyRecovery: false,
  keptApartFrom: [],
  exploitsOthers: false,
  exploitable: false,
  ...more,
});

function stayFor(who: string, room: number, from: Day, more: Partial<Asked> = {}): Asked {
  const personId = PersonId.parse(who);
  const period = { kind: 'stay', roomId: roomId(room), from, until: null, arrived: false } as const;
  return {
    room: roomOf(room),
    period: { ...period, personId, stayId: StayId.parse(`stay-${who}`) },
    occupant: someone(who),
    limits: noLimits,
    minimumNights: 28,
    now,
    ...more,
  };
}

function holdFor(who: string, room: number, from: Day, expiresAt: string): Asked {
  const asked = stayFor(who, room, from);
  const personId = asked.occupant.personId;
  const period = { kind: 'hold', roomId: roomId(room), from, until: null, personId } as const;
  const proposalId = ProposalId.parse(`proposal-${who}`);
  return { ...asked, period: { ...period, proposalId, expiresAt: Instant.parse(expiresAt) } };
}

function given(outcome: Outcome<HomeLedger>): HomeLedger {
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

const withStay = (who: string, room: number, from: Day, ledger = emptyLedger(homeId)): HomeLedger =>
  given(giveRoom(ledger, stayFor(who, room, from)));
const ada = StayId.parse('stay-ada');

test('a room is given from the day it is ready, and not the day before', () => {
  const ledger = leave(withStay('ada', 0, day('01')), ada, day('10'), day('13'));
  const asked = (date: string) => giveRoom(ledger, stayFor('ben', 0, day(date)));
  expect(asked('09')).toMatchObject({ refusal: 'room-taken', facts: { from: '2026-05-01' } });
  expect(asked('12')).toMatchObject({ refusal: 'room-not-ready', facts: { readyOn: '2026-05-13' } });
  expect(asked('13').ok).toBe(true);
});

test('a room is not given before somebody who is promised it later', () => {
  const ledger = withStay('ada', 0, day('20'));
  const before = giveRoom(ledger, stayFor('ben', 0, day('01')));
  expect(before).toMatchObject({ refusal: 'room-taken', facts: { from: '2026-05-20' } });
});

test('a hold keeps a room until the moment it runs out', () => {
  const held = given(giveRoom(emptyLedger(homeId), holdFor('ada', 0, day('01'), '2026-04-21T00:00:00Z')));
  const at = (moment: string) => giveRoom(held, stayFor('ben', 0, day('01'), { now: Instant.parse(moment) }));
  expect(at('2026-04-20T23:59:59.999Z')).toMatchObject({ refusal: 'room-taken' });
  expect(at('2026-04-21T00:00:00Z').ok).toBe(true);
});

test('a licence counts everybody who sleeps there, a baby on its way included', () => {
  const ledger = withStay('ada', 0, day('01'));
  const limits = { ...noLimits, persons: 2 };
  const family = stayFor('ben', 1, day('01'), { limits, occupant: someone('ben', { size: 2 }) });
  expect(giveRoom(ledger, family)).toMatchObject({ refusal: 'licence-exceeded' });
  expect(giveRoom(ledger, { ...family, occupant: someone('ben') }).ok).toBe(true);
});

test('somebody who changes rooms adds nobody while they have both, and counts again from the night they had gone', () => {
  const limits = { ...noLimits, households: 2 };
  const moving = leave(withStay('ada', 0, day('01')), ada, day('10'), day('10'));
  const full = withStay('cat', 2, day('10'), withStay('ben', 1, day('01'), moving));
  const again = stayFor('ada', 0, day('12'), { limits });
  expect(giveRoom(full, again)).toMatchObject({ refusal: 'licence-exceeded' });
  const calm = withStay('ben', 1, day('01'), moving);
  expect(giveRoom(calm, again).ok).toBe(true);
  const overlapping = stayFor('ada', 2, day('05'), { limits });
  const later = given(giveRoom(calm, stayFor('dan', 0, day('10'), { limits })));
  expect(giveRoom(later, overlapping)).toMatchObject({ refusal: 'licence-exceeded' });
});

test('two people kept apart share no night, whichever of them it is recorded of', () => {
  const ledger = leave(withStay('ada', 0, day('01')), ada, day('10'), day('10'));
  const apart = someone('ben', { keptApartFrom: [PersonId.parse('ada')] });
  const asked = (date: string) => giveRoom(ledger, stayFor('ben', 1, day(date), { occupant: apart }));
  expect(asked('09')).toMatchObject({ refusal: 'housemates-clash' });
  expect(asked('10').ok).toBe(true);
  const known = withOccupant(ledger, someone('ada', { keptApartFrom: [PersonId.parse('ben')] }));
  expect(giveRoom(known, stayFor('ben', 1, day('09')))).toMatchObject({ refusal: 'housemates-clash' });
});

test('somebody who may exploit others shares no night with somebody at risk of it, whoever comes first', () => {
  const may = { exploitsOthers: true };
  const atRisk = { exploitable: true };
  const home = (of: Partial<Occupant>) =>
    given(giveRoom(emptyLedger(homeId), stayFor('ada', 0, day('01'), { occupant: someone('ada', of) })));
  const asked = (of: Partial<Occupant>) => stayFor('ben', 1, day('05'), { occupant: someone('ben', of) });
  expect(giveRoom(home(may), asked(atRisk))).toMatchObject({ refusal: 'housemates-clash' });
  expect(giveRoom(home(atRisk), asked(may))).toMatchObject({ refusal: 'housemates-clash' });
  expect(giveRoom(home(atRisk), asked(atRisk)).ok).toBe(true);
  expect(giveRoom(home(may), asked(may)).ok).toBe(true);
});

test('a leaving that is taken back leaves no trace, and another day replaces the first', () => {
  const ledger = withStay('ada', 0, day('01'));
  const left = leave(ledger, ada, day('10'), day('13'));
  expect(takeBackLeave(left, ada)).toEqual(ledger);
  expect(leave(left, ada, day('20'), day('21'))).toEqual(leave(ledger, ada, day('20'), day('21')));
  expect(leave(left, StayId.parse('nobody'), day('20'), day('21'))).toEqual(left);
});

test('whoever has no period left is forgotten; whoever has one is not', () => {
  const both = given(
    giveRoom(withStay('ada', 0, day('01')), holdFor('ben', 1, day('01'), '2026-05-01T00:00:00Z')),
  );
  const people = (ledger: HomeLedger) => ledger.occupants.map((one) => one.personId);
  expect(people(withoutHold(both, ProposalId.parse('proposal-ben')))).toEqual(['ada']);
  expect(people(withoutStay(both, ada))).toEqual(['ben']);
  expect(people(leave(both, ada, day('02'), day('03')))).toEqual(['ada', 'ben']);
});

test('a stay that ended on the day it began has no night', () => {
  const left = leave(withStay('ada', 0, day('05')), ada, day('05'), day('05'));
  expect(present(left, day('05'), now)).toEqual([]);
  expect(claimsOn(left, roomId(0), { from: day('01'), until: null }, now)).toEqual([]);
  expect(giveRoom(left, stayFor('ben', 0, day('01'))).ok).toBe(true);
});

test('a stay is changed, and a vacancy offered and taken away, without touching the rest', () => {
  const ledger = withStay('ada', 0, day('01'));
  const came = changeStay(ledger, ada, { arrived: true, from: day('03') });
  expect(came.periods).toMatchObject([{ arrived: true, from: '2026-05-03', until: null }]);
  const vacancyId = VacancyId.parse('flat-9');
  const offered = withOffer(ledger, roomId(1), vacancyId);
  expect(offered.offered).toEqual([{ roomId: roomId(1), vacancyId }]);
  expect(withoutOffer(offered, vacancyId)).toEqual(ledger);
});

test('runs of nights overlap when they have a night in common', () => {
  const run = (from: string, until: string | null) => ({
    from: day(from),
    until: until === null ? null : day(until),
  });
  expect(overlap(run('01', '05'), run('05', '09'))).toBe(false);
  expect(overlap(run('01', '06'), run('05', '09'))).toBe(true);
  expect(overlap(run('01', null), run('05', null))).toBe(true);
  expect(overlap(run('05', '05'), run('01', null))).toBe(false);
});
