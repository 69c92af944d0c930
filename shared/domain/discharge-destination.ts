import type * as z from 'zod';
import { codesOf } from './codes.ts';

/**
 * Where somebody went when they left hospital. The codes are national and cannot say "supported home"; the
 * accommodation status does. A death is no discharge here, and a discharge that did not happen has no code.
 * @source NHS Data Model and Dictionary, discharge destination (SOURCES.md 13)
 */
export const dischargeDestinationCodes = [
  { code: '19', label: 'Where they usually live, sheltered homes and no fixed abode included' },
  { code: '29', label: 'Somewhere temporary' },
  { code: '30', label: 'Back to another country from a high security hospital' },
  { code: '37', label: 'Court' },
  { code: '38', label: 'Prison or police station' },
  { code: '48', label: 'High security hospital in Scotland' },
  { code: '49', label: 'Another NHS hospital: high security' },
  { code: '50', label: 'Another NHS hospital: medium secure' },
  { code: '51', label: 'Another NHS hospital: general ward' },
  { code: '52', label: 'Another NHS hospital: maternity' },
  { code: '53', label: 'Another NHS hospital: mental health or learning disability ward' },
  { code: '54', label: 'Care home run by the NHS' },
  { code: '65', label: 'Residential care of the council' },
  { code: '66', label: 'Foster care of the council' },
  { code: '84', label: 'Medium secure hospital outside the NHS' },
  { code: '85', label: 'Care home outside NHS and council' },
  { code: '87', label: 'Hospital outside the NHS' },
  { code: '88', label: 'Hospice outside the NHS' },
  { code: '99', label: 'Not known' },
] as const;
export const DischargeDestination = codesOf(dischargeDestinationCodes);
export type DischargeDestination = z.infer<typeof DischargeDestination>;

/**
 * What kind of home somebody has. The groups and the supported ones are the dictionary's; the labels are ours. Assumes
 * the place of the other codes within their groups, and leaves each group's own heading code out.
 * @source NHS Data Model and Dictionary, accommodation status (SOURCES.md 13)
 */
export const accommodationStatusCodes = [
  { code: 'MA01', label: 'Owns their home' },
  { code: 'MA02', label: 'Settled with family or friends' },
  { code: 'MA03', label: 'Shared ownership' },
  { code: 'MA04', label: 'Tenant of the council' },
  { code: 'MA05', label: 'Tenant of a housing association' },
  { code: 'MA06', label: 'Tenant of a private landlord' },
  { code: 'MA09', label: 'Another mainstream home' },
  { code: 'HM01', label: 'Sleeps rough' },
  { code: 'HM02', label: 'Squats' },
  { code: 'HM03', label: 'Night shelter or emergency hostel' },
  { code: 'HM04', label: 'Sofa surfs' },
  { code: 'HM05', label: 'Temporary accommodation from the council' },
  { code: 'HM06', label: 'Short-term guest of family or friends' },
  { code: 'HM07', label: 'Homeless in another way' },
  { code: 'MH01', label: 'Supported home' },
  { code: 'MH02', label: 'Supported lodgings' },
  { code: 'MH03', label: 'Supported group home' },
  { code: 'MH04', label: 'Mental health care home' },
  { code: 'MH09', label: 'Another home with mental health support' },
  { code: 'HS01', label: 'Psychiatric ward of the NHS' },
  { code: 'HS02', label: 'Independent hospital or clinic' },
  { code: 'HS03', label: 'Specialist rehabilitation' },
  { code: 'HS04', label: 'Secure psychiatric unit' },
  { code: 'HS09', label: 'Another hospital' },
  { code: 'CH01', label: 'Foyer' },
  { code: 'CH02', label: 'Refuge' },
  { code: 'CH03', label: 'Care home that is not for mental health' },
  { code: 'CH09', label: 'Another home with care that is not for mental health' },
  { code: 'CJ01', label: 'Bail or probation hostel' },
  { code: 'CJ02', label: 'Prison' },
  { code: 'CJ09', label: 'Another place of the justice system' },
  { code: 'SH01', label: 'Sheltered home for older people' },
  { code: 'SH02', label: 'Extra care sheltered home' },
  { code: 'SH03', label: 'Nursing home for older people' },
  { code: 'SH09', label: 'Another sheltered home' },
  { code: 'ML00', label: 'Mobile home' },
  { code: 'OC96', label: 'None of these' },
] as const;
export const AccommodationStatus = codesOf(accommodationStatusCodes);
export type AccommodationStatus = z.infer<typeof AccommodationStatus>;

/**
 * Whether the home is secure in the medium or long term.
 * @source NHS Data Model and Dictionary, settled accommodation indicator (SOURCES.md 13)
 */
export const settledCodes = [
  { code: 'Y', label: 'Settled' },
  { code: 'N', label: 'Not settled' },
  { code: 'Z', label: 'Not known' },
] as const;
export const Settled = codesOf(settledCodes);
