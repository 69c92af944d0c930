import type { Role } from '../../shared/domain/member.ts';
import type { Organisation } from '../../shared/domain/worker.ts';
import type { DemoPartnership } from './demo-data/demo-data.ts';

/** Somebody made up who uses the service; the id is the subject of their token. */
export interface DemoUser {
  readonly id: string;
  readonly partnership: DemoPartnership;
  readonly role: Role;
  readonly organisation: string;
  /** What they can do here, in a few words. */
  readonly does: string;
  readonly hospitalSite?: string;
}

/** A body that takes part. */
export interface DemoOrganisation {
  readonly id: string;
  readonly partnership: DemoPartnership;
  readonly name: string;
  readonly roles: Organisation['roles'];
}

export const demoNames = {
  southampton: { name: 'Southampton (made up)', gssCode: 'E06000045' },
  bristol: { name: 'Bristol (made up)', gssCode: 'E06000023' },
  somerset: { name: 'Somerset (made up)', gssCode: 'E06000066' },
  sefton: { name: 'Sefton (made up)', gssCode: 'E08000014' },
} as const satisfies Record<DemoPartnership, { name: string; gssCode: string }>;

/** The ward whose patients the ward coordinator of Southampton asks for. The story's patient is there. */
export const demoWard = 'FENWICK-2';

const southampton = { partnership: 'southampton' } as const;
const bristol = { partnership: 'bristol' } as const;
const somerset = { partnership: 'somerset' } as const;
const sefton = { partnership: 'sefton' } as const;
const council = { ...southampton, organisation: 'city-council' } as const;

export const demoUsers = [
  {
    ...council,
    id: 'officer',
    role: 'housingOfficer',
    does: 'lists homes and vacancies, adopts suggestions',
  },
  {
    ...southampton,
    id: 'ward',
    role: 'wardCoordinator',
    organisation: 'southmere-nhs-trust',
    hospitalSite: demoWard,
    does: `asks for places for the patients of ward ${demoWard}`,
  },
  { ...council, id: 'worker', role: 'supportWorker', does: 'knows the people, records what they say' },
  { ...council, id: 'panel', role: 'panelMember', does: 'votes and decides on proposals' },
  { ...council, id: 'panel-two', role: 'panelMember', does: 'votes and decides on proposals too' },
  { ...council, id: 'chair', role: 'panelChair', does: 'the same, chairs the panel, decides reviews' },
  {
    ...southampton,
    id: 'provider',
    role: 'providerManager',
    organisation: 'lantern-bridge-trust',
    does: 'runs homes, answers referrals to them',
  },
  { ...council, id: 'lead', role: 'programmeLead', does: 'reviews requests, leads the programme' },
  { ...council, id: 'auditor', role: 'auditor', does: 'reads everything, changes nothing' },
  { ...council, id: 'admin', role: 'systemAdmin', does: 'gives people their roles, reads nobody’s record' },
  {
    ...bristol,
    id: 'bristol-officer',
    role: 'housingOfficer',
    organisation: 'quayside-commons-homes',
    does: 'lists homes and vacancies in Bristol',
  },
  {
    ...bristol,
    id: 'bristol-worker',
    role: 'supportWorker',
    organisation: 'open-door-avon',
    does: 'knows the people in Bristol',
  },
  {
    ...bristol,
    id: 'bristol-lead',
    role: 'programmeLead',
    organisation: 'open-door-avon',
    does: 'reviews requests in Bristol',
  },
  {
    ...bristol,
    id: 'bristol-admin',
    role: 'systemAdmin',
    organisation: 'open-door-avon',
    does: 'gives people their roles in Bristol',
  },
  {
    ...somerset,
    id: 'somerset-officer',
    role: 'housingOfficer',
    organisation: 'levels-and-moors-homes',
    does: 'lists homes and vacancies in Somerset',
  },
  {
    ...somerset,
    id: 'somerset-worker',
    role: 'supportWorker',
    organisation: 'withy-bridge-trust',
    does: 'knows the people in Somerset',
  },
  {
    ...somerset,
    id: 'somerset-lead',
    role: 'programmeLead',
    organisation: 'withy-bridge-trust',
    does: 'reviews requests in Somerset',
  },
  {
    ...somerset,
    id: 'somerset-admin',
    role: 'systemAdmin',
    organisation: 'withy-bridge-trust',
    does: 'gives people their roles in Somerset',
  },
  {
    ...sefton,
    id: 'sefton-officer',
    role: 'housingOfficer',
    organisation: 'sandhills-homes',
    does: 'lists homes and vacancies in Sefton',
  },
  {
    ...sefton,
    id: 'sefton-worker',
    role: 'supportWorker',
    organisation: 'evening-star-charity',
    does: 'knows the people in Sefton',
  },
  {
    ...sefton,
    id: 'sefton-lead',
    role: 'programmeLead',
    organisation: 'evening-star-charity',
    does: 'reviews requests in Sefton',
  },
  {
    ...sefton,
    id: 'sefton-admin',
    role: 'systemAdmin',
    organisation: 'evening-star-charity',
    does: 'gives people their roles in Sefton',
  },
] as const satisfies readonly DemoUser[];

export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    ...southampton,
    id: 'city-council',
    name: 'City Council',
    roles: ['commissioner', 'landlord', 'owner', 'support'],
  },
  { ...southampton, id: 'larkhaven-homes', name: 'Larkhaven Homes', roles: ['owner', 'landlord'] },
  {
    ...southampton,
    id: 'lantern-bridge-trust',
    name: 'Lantern Bridge Trust',
    roles: ['landlord', 'support'],
  },
  { ...southampton, id: 'marlpit-lettings', name: 'Marlpit Lettings', roles: ['owner', 'landlord'] },
  { ...southampton, id: 'southmere-nhs-trust', name: 'Southmere NHS Trust', roles: ['clinical'] },
  { ...bristol, id: 'quayside-commons-homes', name: 'Quayside Commons Homes', roles: ['owner'] },
  { ...bristol, id: 'open-door-avon', name: 'Open Door Avon', roles: ['landlord', 'support'] },
  { ...bristol, id: 'severnside-nhs-trust', name: 'Severnside NHS Trust', roles: ['clinical'] },
  { ...somerset, id: 'levels-and-moors-homes', name: 'Levels and Moors Homes', roles: ['owner', 'landlord'] },
  { ...somerset, id: 'withy-bridge-trust', name: 'Withy Bridge Trust', roles: ['support'] },
  { ...sefton, id: 'sandhills-homes', name: 'Sandhills Homes', roles: ['owner', 'landlord'] },
  { ...sefton, id: 'evening-star-charity', name: 'Evening Star Charity', roles: ['support'] },
];
