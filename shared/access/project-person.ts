import * as z from 'zod';
import { NeedsAssessment } from '../domain/assessment.ts';
import { ClientGroup, SupportLevel } from '../domain/codes.ts';
import { ageOn, type Day } from '../domain/day.ts';
import { PersonFile, type RequestFile } from '../domain/files.ts';
import { PersonId } from '../domain/ids.ts';
import type { Member } from '../domain/member.ts';
import { done, type Outcome, refuse } from '../domain/outcome.ts';
import { Person, PersonIdentity } from '../domain/person.ts';
import { ExclusionZone, RiskCategory } from '../domain/risk.ts';
import { reachOf } from './actions.ts';
import { barredFrom } from './own-case.ts';

/** How much of a person somebody sees. */
export type Level = 'identity' | 'record' | 'profile';

/** Bands of ages, oldest first: how old somebody is at least, and what it is called. */
const ageBands = [
  { from: 65, band: '65+' },
  { from: 55, band: '55-64' },
  { from: 45, band: '45-54' },
  { from: 35, band: '35-44' },
  { from: 25, band: '25-34' },
  { from: 18, band: '18-24' },
  { from: 16, band: '16-17' },
] as const;
const youngest = '0-15';

/** Needs that say which homes could do, and nothing of why. */
const AccessNeeds = NeedsAssessment.pick({
  sleepIn: true,
  stepFree: true,
  wetRoom: true,
  highestFloor: true,
  selfContained: true,
  quiet: true,
});

const every = { id: PersonId, version: z.int().min(1) };
const facts = PersonFile.omit({ person: true, exclusionZones: true }).shape;
const recorded = {
  ...every,
  /** Whole years, today. */
  age: z.int(),
  person: Person.omit({ id: true, dateOfBirth: true }),
  ...facts,
};

/**
 * A person as somebody may see them. `identity`: who they are, and every fact. `record`: every fact, but not who or
 * where. `profile`: what a home must offer them.
 */
export const PersonShown = z.discriminatedUnion('level', [
  z.strictObject({
    level: z.literal('identity'),
    ...recorded,
    ...PersonIdentity.omit({ id: true }).shape,
    exclusionZones: z.array(ExclusionZone),
  }),
  z.strictObject({
    level: z.literal('record'),
    ...recorded,
    // Without its centre: where somebody must not be says where they are known.
    exclusionZones: z.array(
      ExclusionZone.pick({ radiusMetres: true, setBy: true, from: true, expiresOn: true }),
    ),
  }),
  z.strictObject({
    level: z.literal('profile'),
    ...every,
    ageBand: z.enum([youngest, ...ageBands.map(({ band }) => band)]),
    clientGroups: z.array(ClientGroup),
    supportLevel: SupportLevel.nullable(),
    /** Null while nobody has assessed what they need. */
    accessNeeds: AccessNeeds.nullable(),
    /** Which risks there are now, without their levels, dates and sources. */
    riskCategories: z.array(RiskCategory),
  }),
]);
export type PersonShown = z.infer<typeof PersonShown>;

/** All there is to see of a person today. */
export interface PersonSeen {
  readonly file: PersonFile;
  readonly version: number;
  /** Their requests, live or past, so far as it depends on them whose case this is. */
  readonly requests: readonly RequestFile[];
  /** Read only for those who may see it. */
  readonly identity: PersonIdentity | null;
  /** The newest assessment. */
  readonly needs: NeedsAssessment | null;
  /** The newest finding of each category, of those that say there is a risk now. */
  readonly riskCategories: readonly RiskCategory[];
  readonly today: Day;
}

/**
 * How much of a person a member may see: who they are, on a case of their own or with a role that decides; their
 * record, likewise; otherwise a profile. An officer sees the record of those whom they opened. Whoever is a system
 * admin reads nobody, whatever else they are.
 */
export function levelOf(
  viewer: Member,
  person: PersonFile,
  requests: readonly RequestFile[],
): Outcome<Level> {
  if (readsNobody(viewer)) return refuse('not-allowed');
  const about = { person, requests };
  if (barredFrom(viewer, 'identity.read', about) === null) return done('identity');
  const barred = barredFrom(viewer, 'people.read', about);
  if (barred) return refuse(barred);
  const elsewise = { ...viewer, roles: viewer.roles.filter((role) => role !== 'housingOfficer') };
  const record = person.openedBy === viewer.id || barredFrom(elsewise, 'people.read', about) === null;
  return done(record ? 'record' : 'profile');
}

export const readsNobody = (viewer: Member): boolean => viewer.roles.includes('systemAdmin');

/** Whether a person's requests bear on how much of them a member sees. */
export const goesByRequests = (viewer: Member): boolean => reachOf(viewer.roles, 'identity.read') === 'own';

/**
 * The one way a person is shown, to anybody, anywhere: every answer, page, file and message is made from it. What is
 * not named here is not shown.
 */
export function projectPerson(viewer: Member, seen: PersonSeen): Outcome<PersonShown> {
  const { file, identity } = seen;
  const level = levelOf(viewer, file, seen.requests);
  if (!level.ok) return level;
  if (level.value === 'profile') return done(profileOf(seen));
  return done(level.value === 'identity' && identity ? identityOf(seen, identity) : recordOf(seen));
}

function identityOf(seen: PersonSeen, { name, dateOfBirth, nhsNumber }: PersonIdentity): PersonShown {
  const { exclusionZones } = seen.file;
  return { ...recordOf(seen), level: 'identity', name, dateOfBirth, nhsNumber, exclusionZones };
}

function recordOf({ file, version, today }: PersonSeen): Extract<PersonShown, { level: 'record' }> {
  const { person, exclusionZones, ...others } = file;
  const { id, dateOfBirth, ...about } = person;
  return {
    level: 'record',
    id,
    version,
    age: ageOn(dateOfBirth, today),
    person: about,
    ...others,
    exclusionZones: exclusionZones.map(({ radiusMetres, setBy, from, expiresOn }) => ({
      radiusMetres,
      setBy,
      from,
      expiresOn,
    })),
  };
}

function profileOf({ file, version, needs, riskCategories, today }: PersonSeen): PersonShown {
  const { id, dateOfBirth, clientGroups } = file.person;
  const age = ageOn(dateOfBirth, today);
  return {
    level: 'profile',
    id,
    version,
    ageBand: ageBands.find(({ from }) => from <= age)?.band ?? youngest,
    clientGroups,
    supportLevel: needs?.supportLevel ?? null,
    accessNeeds: needs && {
      sleepIn: needs.sleepIn,
      stepFree: needs.stepFree,
      wetRoom: needs.wetRoom,
      highestFloor: needs.highestFloor,
      selfContained: needs.selfContained,
      quiet: needs.quiet,
    },
    riskCategories: [...riskCategories],
  };
}
