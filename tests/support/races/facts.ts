import type { Answered } from '../ask.ts';
import type { World } from '../world.ts';

/** What somebody needs who turns out to need less support than was known when a move was proposed for them. */
export const newNeeds = {
  ...{ assessedOn: '2026-04-20', assessedBy: 'social worker', supportLevel: 'high', supportHoursPerWeek: 12 },
  ...{ sleepIn: 'required', stepFree: 'notRequired', wetRoom: 'notRequired', highestFloor: 20 },
  ...{ selfContained: 'notRequired', quiet: false, recovery: 'notApplicable' },
  ...{ substanceFreeHome: 'notRequired', riskToSelf: 'low', safetyPlanOn: null },
};

/** An area that every home of the fixture lies in. */
export const zoneAroundElm = {
  ...{ centre: { easting: 441_000, northing: 112_000 }, radiusMetres: 50_000, setBy: 'court' },
  ...{ from: '2026-04-01', expiresOn: null },
};

/** The facts of somebody from a folder, in the order in which they are sent: the first alone makes news. */
const folder = [
  ['needs', newNeeds],
  ['anchors', anAnchor()],
  [
    'preferences',
    {
      ...{ wish: 'wants', about: { kind: 'home', homeId: 'elm' } },
      ...{ importance: 2, recordedOn: '2026-04-20' },
    },
  ],
] as const;

function anAnchor() {
  const place = { easting: 441_000, northing: 112_000 };
  return { kind: 'college', place, importance: 1, recordedOn: '2026-04-20' };
}

/** Sends the facts of somebody one after the other. @returns the first answer that is no success, or else the last */
export async function importFacts(world: World, personId: string): Promise<Answered> {
  let answer: Answered | undefined;
  for (const [list, fact] of folder) {
    answer = await world.as('worker').post(`/v1/people/${personId}/${list}`, fact);
    if (answer.status >= 300) return answer;
  }
  if (!answer) throw new Error('There is nothing to import.');
  return answer;
}
