import { sayPounds } from '../../domain/money.ts';
import { chargesShort } from '../checks/place-and-money.ts';
import { evidence, kindOf } from '../checks/rule.ts';
import type { Term } from './terms.ts';

const most = 1000;

/**
 * What the charges leave the person to pay each week beyond what they can: nothing gives full marks, as much as is allowed
 * gives none, and more fails a check instead. The local rate is no part of it, as it goes by age and household, which give
 * nobody points: the check alone looks at the rent above it.
 */
export const affordability: Term = {
  id: 'affordability',
  kinds: {
    person: (s) => kindOf(s.person.funding, s.person.canPayWeekly),
    place: ({ room }) =>
      kindOf(
        ...[room.weeklyRent, room.weeklyServiceCharge],
        ...[room.weeklyPersonalCharge, room.weeklySupportCharge],
      ),
  },
  share(s, p, at) {
    const short = chargesShort(s, p);
    if (short === null) return 0;
    if (short === 0) return most;
    const { weeklyShortfallAllowed: allowed } = at.policy.affordability;
    return short >= allowed ? 0 : Math.floor((most * (allowed - short)) / allowed);
  },
  asked: (s) => s.person.funding !== null,
  tell(s, p) {
    const short = chargesShort(s, p);
    return {
      sentence:
        short === null
          ? 'How the charges would be paid is not recorded in full.'
          : short === 0
            ? 'They can pay the charges that fall to them.'
            : `They would be ${sayPounds(short)} short each week for the charges.`,
      evidence: [
        evidence(s.person.id, 'funding', s.person.funding),
        evidence(
          s.person.id,
          'canPayWeekly',
          s.person.canPayWeekly === null ? null : sayPounds(s.person.canPayWeekly),
        ),
        evidence(p.room.id, 'weeklyPersonalCharge', sayPounds(p.room.weeklyPersonalCharge)),
        evidence(p.room.id, 'weeklySupportCharge', sayPounds(p.room.weeklySupportCharge)),
      ],
    };
  },
};
