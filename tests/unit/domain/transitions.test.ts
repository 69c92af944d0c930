import { describe, expect, test } from 'vitest';
import { Meeting } from '../../../shared/domain/before-move.ts';
import { ContactItem } from '../../../shared/domain/contact-item.ts';
import { DischargeCase, PlacementRequest } from '../../../shared/domain/placement-request.ts';
import { Chain, Proposal } from '../../../shared/domain/proposal.ts';
import { Stay } from '../../../shared/domain/stay.ts';
import { transitions } from '../../../shared/domain/transition-table.ts';
import { type Machine, transition } from '../../../shared/domain/transitions.ts';
import { Vacancy } from '../../../shared/domain/vacancy.ts';

interface Literals {
  readonly shape: {
    readonly status: { readonly values?: Iterable<unknown>; readonly options?: readonly unknown[] };
  };
}

/** Every status the options of a union allow. */
function statuses(options: readonly Literals[]): string[] {
  return options.flatMap(({ shape }) => [...(shape.status.values ?? shape.status.options ?? [])].map(String));
}

const states: Readonly<Record<Machine, string[]>> = {
  vacancy: statuses(Vacancy.options as never),
  request: statuses(PlacementRequest.options as never),
  proposal: statuses(Proposal.options as never),
  stay: statuses(Stay.options as never),
  contactItem: statuses(ContactItem.options as never),
  meeting: statuses(Meeting.options as never),
  chain: [...Chain.shape.status.options],
  dischargeCase: [...DischargeCase.shape.status.options],
};
const machines = Object.keys(states) as Machine[];
const first: Readonly<Record<Machine, string[]>> = {
  vacancy: ['expected', 'open'],
  request: ['draft'],
  proposal: ['draft'],
  stay: ['provisional'],
  contactItem: ['due'],
  meeting: ['planned'],
  chain: ['draft'],
  dischargeCase: ['open'],
};
const of = (machine: Machine) => transitions.filter((one) => one.machine === machine);

describe('the transitions table', () => {
  test.each(machines)('names the states of a %s that its entity has, and no others', (machine) => {
    const named = new Set(of(machine).flatMap((one) => [...one.from, one.to]));
    expect([...named].sort()).toEqual([...new Set(states[machine])].sort());
  });

  test.each(machines)('reaches every state of a %s from where it begins', (machine) => {
    const reached = new Set(first[machine]);
    for (let more = true; more; ) {
      const next = of(machine).filter(
        (one) => !reached.has(one.to) && one.from.some((from) => reached.has(from)),
      );
      for (const one of next) reached.add(one.to);
      more = next.length > 0;
    }
    expect([...reached].sort()).toEqual([...new Set(states[machine])].sort());
  });

  test('lists no change twice', () => {
    const keys = transitions.flatMap((one) => one.from.map((from) => `${one.machine} ${from} ${one.to}`));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('lets nobody but a panel approve, and a panel only after every check of a decision', () => {
    const approvals = transitions.filter((one) => one.to === 'approved');
    expect(approvals.map((one) => one.machine).sort()).toEqual(['chain', 'proposal']);
    for (const one of approvals) {
      expect(one.by).toEqual(['panel']);
      expect(one.needs).toEqual(
        expect.arrayContaining([
          'decisionByAnother',
          'quorumMet',
          'reasonGiven',
          'factsUnchanged',
          'roomFreeOnEveryNight',
        ]),
      );
    }
  });

  test('lets a date that has passed end things, never approve, place or confirm them', () => {
    const byClock = new Set(transitions.filter((one) => one.by.includes('clock')).map((one) => one.to));
    for (const state of ['approved', 'placed', 'confirmed', 'arrived', 'proposed', 'discharged', 'filled'])
      expect(byClock.has(state)).toBe(false);
  });

  test('asks for the person’s own view before a panel decides, and a no stops it', () => {
    const approval = transition('proposal', 'awaitingPanel', 'approved');
    expect(approval?.needs).toEqual(expect.arrayContaining(['personViewRecorded', 'personDidNotSayNo']));
  });

  test('keeps final states final', () => {
    for (const [machine, state] of [
      ['vacancy', 'filled'],
      ['vacancy', 'withdrawn'],
      ['request', 'closed'],
      ['request', 'withdrawn'],
      ['proposal', 'declined'],
      ['proposal', 'superseded'],
      ['chain', 'complete'],
      ['chain', 'broken'],
      ['stay', 'closed'],
      ['dischargeCase', 'discharged'],
      ['contactItem', 'done'],
      ['meeting', 'tookPlace'],
    ] as const)
      for (const to of states[machine]) expect(transition(machine, state, to)).toBeUndefined();
  });

  test('returns a failed move to the queue', () => {
    expect(transition('request', 'placed', 'readyToPlace')).toBeDefined();
    expect(transition('request', 'proposed', 'readyToPlace')?.by).toContain('person');
  });
});
