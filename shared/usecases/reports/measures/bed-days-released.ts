import { bedDaysReleased as daysReleased } from '../../../domain/discharge-figures.ts';
import type { Measure } from '../measure.ts';
import { leftHospital } from '../of-programme.ts';

/** @source National Housing Federation, cost of a delayed day; the unit cost is from the programme's file, with its year */
export const bedDaysReleased: Measure = {
  code: 'bedDaysReleased',
  words: 'Hospital days that were free because somebody had left, and what they would have cost',
  counted:
    'For everybody who left hospital on these days: the days since, for as long as the programme’s file says they would have stayed otherwise, until they came back. The cost is the file’s for a day. What would have happened otherwise is a setting and no measurement.',
  denominator: null,
  unit: 'days',
  figure: 'sum',
  needs: ['requests', 'discharges'],
  count: (facts) => {
    const rules = facts.model.wardDischarge?.bedDays;
    const left = rules ? leftHospital(facts) : [];
    return {
      rows: left.map(({ file, on }) => {
        const days = daysReleased(on, rules?.otherwise.days ?? 0, file.readmissions, facts.today);
        return {
          ...{ kind: 'request', reference: file.requestId, cell: 'released', on, personId: file.personId },
          ...{ counted: days, pence: days * (rules?.pencePerDay ?? 0) },
        };
      }),
      lines: [{ code: 'released', words: 'Days released', cells: ['released'], of: null }],
    };
  },
};
