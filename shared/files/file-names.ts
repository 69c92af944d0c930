/** The files of a folder of facts, in the order in which somebody would fill them in. */
export const fileNames = [
  'homes.csv',
  'rooms.csv',
  'out-of-service.csv',
  'workers.csv',
  'people.csv',
  'stays.csv',
  'vacancies.csv',
  'needs.csv',
  'readiness.csv',
  'requests.csv',
  'ready-periods.csv',
  'risks.csv',
  'exclusion-zones.csv',
  'non-associations.csv',
  'provider-bans.csv',
  'anchors.csv',
  'preferences.csv',
] as const;

export type FileName = (typeof fileNames)[number];
