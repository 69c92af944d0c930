/** Every address of the pages, by name. A word in braces is a reference; what it stands for is never a name or free text. */
export const paths = {
  start: '/',
  signIn: '/sign-in',
  signedIn: '/signed-in',
  signOut: '/sign-out',
  signedOut: '/signed-out',
  accessibility: '/accessibility',
  privacy: '/privacy',
  howMatchingWorks: '/how-matching-works',
  vacancies: '/vacancies',
  listVacancy: '/list-vacancy',
  listVacancyQuestion: '/list-vacancy/{question}',
  listVacancyCheck: '/list-vacancy/check-answers',
  vacancyListed: '/vacancies/{vacancyId}/listed',
  whoCouldLiveHere: '/vacancies/{vacancyId}/who-could-live-here',
  adopt: '/vacancies/{vacancyId}/adopt',
  propose: '/vacancies/{vacancyId}/propose/{personId}',
  proposalMade: '/proposals/{proposalId}/made',
  patients: '/patients',
  people: '/people',
  person: '/people/{personId}',
  personHistory: '/people/{personId}/history',
  skills: '/people/{personId}/skills',
  rateSkills: '/people/{personId}/skills/{by}',
  homes: '/homes',
  addHome: '/homes/add',
  addRoom: '/homes/{homeId}/add-room',
  homeCalendar: '/homes/{homeId}/calendar',
  homeHistory: '/homes/{homeId}/history',
  personView: '/proposals/{proposalId}/view',
  recordContact: '/people/{personId}/contacts/{contactPlanId}/{gridOn}',
  requestsToReview: '/requests',
  reviewRequest: '/requests/{requestId}',
  moves: '/moves',
  move: '/moves/{stayId}',
  moveDeed: '/moves/{stayId}/{deed}',
  reports: '/reports',
  report: '/reports/{programme}',
  reportFile: '/reports/{programme}/file',
  search: '/search',
  messages: '/messages',
  referrals: '/referrals',
  referral: '/referrals/{proposalId}',
  requestPlacement: '/request-a-placement',
  requestPlacementTask: '/request-a-placement/{task}',
  requestPlacementCheck: '/request-a-placement/check-answers',
  requestSent: '/patients/{requestId}/sent',
  patient: '/patients/{requestId}',
  patientAnswer: '/patients/{requestId}/answer',
  patientNotReady: '/patients/{requestId}/not-ready',
  patientReady: '/patients/{requestId}/ready',
  patientLeaving: '/patients/{requestId}/leaving',
  patientLeft: '/patients/{requestId}/left-hospital',
  patientFollowUp: '/patients/{requestId}/follow-up',
  panels: '/panels',
  panelNew: '/panels/new',
  panel: '/panels/{panelId}',
  panelCirculate: '/panels/{panelId}/send-out',
  panelMinutes: '/panels/{panelId}/minutes',
  panelPack: '/panels/{panelId}/cases/{proposalId}',
  panelDecide: '/panels/{panelId}/cases/{proposalId}/decision',
  panelCompare: '/panels/{panelId}/cases/{proposalId}/alternatives',
  panelConflict: '/panels/{panelId}/cases/{proposalId}/conflict',
  reviews: '/reviews',
  review: '/reviews/{reviewId}',
  reviewAsk: '/proposals/{proposalId}/review',
} as const;

export type PathName = keyof typeof paths;

/** The names of the references in a path. */
export type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamsOf<Rest>
  : never;

type Refs<Name extends PathName> = Readonly<Record<ParamsOf<(typeof paths)[Name]>, string>>;

/**
 * The address of a page.
 * @param refs what stands where the path has references
 */
export function pathTo<Name extends PathName>(
  name: Name,
  ...[refs]: ParamsOf<(typeof paths)[Name]> extends never ? [] : [refs: Refs<Name>]
): string {
  const given: Readonly<Record<string, string>> = refs ?? {};
  return paths[name].replace(/\{(\w+)\}/g, (_, ref: string) => encodeURIComponent(given[ref] ?? ''));
}

/** A path that an address matches, with what its references stand for. */
export interface FoundPath {
  readonly name: PathName;
  readonly refs: Readonly<Record<string, string>>;
}

/** The path an address matches, plain words before references; null when there is none. */
export function findPath(address: string): FoundPath | null {
  const found = names.flatMap((name) => {
    const refs = refsIn(paths[name], address);
    return refs ? [{ name, refs }] : [];
  });
  return found.sort((a, b) => Object.keys(a.refs).length - Object.keys(b.refs).length)[0] ?? null;
}

const isPathName = (name: string): name is PathName => name in paths;
const names = Object.keys(paths).filter(isPathName);

function refsIn(path: string, address: string): Record<string, string> | null {
  const words = path.split('/');
  const parts = address.split('/');
  if (words.length !== parts.length) return null;
  const refs: Record<string, string> = {};
  for (const [at, word] of words.entries()) {
    const part = parts[at] ?? '';
    const ref = /^\{(\w+)\}$/.exec(word)?.[1];
    if (ref === undefined ? word !== part : part === '') return null;
    if (ref !== undefined) refs[ref] = part;
  }
  return refs;
}
