import { labelled } from './codes.ts';
import {
  Atmosphere,
  HomeFeature,
  Letting,
  LicenceStatus,
  OfstedCategory,
  PetsPolicy,
  SexPolicy,
  SmokingPolicy,
} from './home.ts';

export const lettingCodes = labelled(Letting, {
  byRoom: 'Each room is let by itself',
  whole: 'The home is let as a whole',
});
export const ofstedCodes = labelled(OfstedCategory, {
  notRegistered: 'Not registered',
  selfContained: 'Self-contained homes',
  sharedOnly16And17: 'Shared homes for people aged 16 and 17 only',
  sharedMixed: 'Shared homes, adults as well',
  privateResidence: 'A room in somebody’s own home',
});
export const sexPolicyCodes = labelled(SexPolicy, { any: 'Anybody', women: 'Women only', men: 'Men only' });
export const petsCodes = labelled(PetsPolicy, {
  none: 'No animals',
  assistanceOnly: 'Assistance animals only',
  byAgreement: 'By agreement',
  yes: 'Animals are welcome',
});
export const smokingCodes = labelled(SmokingPolicy, {
  none: 'Nowhere',
  outside: 'Outside',
  inside: 'Inside too',
});
export const atmosphereCodes = labelled(Atmosphere, {
  quiet: 'Quiet',
  mixed: 'Now quiet, now lively',
  lively: 'Lively',
});
export const featureCodes = labelled(HomeFeature, {
  halalFood: 'Food can be kept and cooked halal',
  kosherFood: 'Food can be kept and cooked kosher',
  meatFreeKitchen: 'A kitchen, or part of one, without meat',
  prayerSpace: 'A place to pray',
  interpreters: 'Interpreters are used as a matter of course',
  signLanguage: 'Staff who sign',
  softLighting: 'Light that can be dimmed',
  visualAlarms: 'Alarms and a doorbell that can be seen',
  outdoorSpace: 'A garden or yard',
});
export const licenceCodes = labelled(LicenceStatus, {
  required: 'Needed and not applied for',
  held: 'Held',
  applied: 'Applied for',
  exempt: 'Exempt: say why',
  notRequired: 'Not needed',
});
