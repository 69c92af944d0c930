import { labelled } from './codes.ts';
import { AccessibilityCategory, RentType, RoomKind } from './room.ts';

export const roomKindCodes = labelled(RoomKind, {
  bedroom: 'A room let by itself',
  wholeHome: 'The whole home, let as one',
  staffSleepIn: 'Where staff sleep; never let',
  communal: 'Lounge, kitchen and the like; never let',
});
export const rentTypeCodes = labelled(RentType, {
  specified: 'Specified accommodation: Housing Benefit without the local cap',
  social: 'Social rent, without a cap',
  market: 'Market rent, capped at the Local Housing Allowance',
});
export const accessibilityCodes = labelled(AccessibilityCategory, {
  A: 'Wheelchair accessible throughout',
  B: 'Wheelchair accessible in the main rooms',
  C: 'Built to be lived in for life',
  D: 'Easy to get into and about',
  'E+': 'No steps, parts of it adapted',
  E: 'No steps to get in',
  F: 'General needs',
  G: 'Not assessed yet',
});
