import * as z from 'zod';
import { PersonShown } from '../../shared/access/project-person.ts';
import { PersonId } from '../../shared/domain/ids.ts';
import { Receipt } from '../../shared/usecases/call.ts';
import { PersonAsChanged } from '../../shared/usecases/people/change-person.ts';
import { PeopleAsked, PeoplePage } from '../../shared/usecases/people/list-people.ts';
import {
  NewAnchor,
  NewExclusionZone,
  NewNeeds,
  NewNonAssociation,
  NewPreference,
  NewProviderBan,
  NewReadiness,
  NewRisk,
} from '../../shared/usecases/people/new-facts.ts';
import { NewPerson } from '../../shared/usecases/people/open-person.ts';
import { ReadinessAsked } from '../../shared/usecases/people/read-readiness.ts';
import { ReadinessShown } from '../../shared/usecases/people/readiness-shown.ts';
import { get, nothing, post, put } from '../route.ts';

const aPerson = z.strictObject({ personId: PersonId });

export const openPersonRoute = post('/v1/people', {
  name: 'openPerson',
  door: 'people',
  action: 'people.open',
  summary: 'Open the record of a person, with the first version of everything known of them.',
  params: nothing,
  body: NewPerson,
  answer: Receipt,
});

export const listPeopleRoute = get('/v1/people', {
  name: 'listPeople',
  door: 'people',
  action: 'people.read',
  summary: 'List the people you may see, as much of each as you may see.',
  params: nothing,
  query: PeopleAsked,
  answer: PeoplePage,
});

export const readPersonRoute = get('/v1/people/{personId}', {
  name: 'readPerson',
  door: 'people',
  action: 'people.read',
  summary: 'Read a person, as much of them as you may see.',
  params: aPerson,
  query: nothing,
  answer: PersonShown,
});

export const changePersonRoute = put('/v1/people/{personId}', {
  name: 'changePerson',
  door: 'people',
  action: 'people.write',
  summary: 'Change what is said of a person, their workers included.',
  params: aPerson,
  body: PersonAsChanged,
  answer: Receipt,
});

const fact = { door: 'people', action: 'people.write', params: aPerson, answer: Receipt } as const;
const constraint = { ...fact, action: 'constraints.write' } as const;

export const assessNeedsRoute = post('/v1/people/{personId}/needs', {
  ...fact,
  name: 'assessNeeds',
  summary: 'Record what a person needs from a home.',
  body: NewNeeds,
});

export const rateReadinessRoute = post('/v1/people/{personId}/readiness', {
  ...fact,
  name: 'rateReadiness',
  summary: 'Record a rating of what a person can do without help.',
  body: NewReadiness,
});

export const readReadinessRoute = get('/v1/people/{personId}/readiness', {
  name: 'readReadiness',
  door: 'people',
  action: 'readiness.read',
  summary: 'Read how ready a person is for the next stage, by skill, with a forecast.',
  params: aPerson,
  query: ReadinessAsked,
  answer: ReadinessShown,
});

export const recordRiskRoute = post('/v1/people/{personId}/risks', {
  ...fact,
  name: 'recordRisk',
  summary: 'Record a finding on a risk.',
  body: NewRisk,
});

export const recordAnchorRoute = post('/v1/people/{personId}/anchors', {
  ...fact,
  name: 'recordAnchor',
  summary: 'Record a place a person wants to live near.',
  body: NewAnchor,
});

export const recordPreferenceRoute = post('/v1/people/{personId}/preferences', {
  ...fact,
  name: 'recordPreference',
  summary: 'Record what a person wants, or will not take.',
  body: NewPreference,
});

export const recordExclusionZoneRoute = post('/v1/people/{personId}/exclusion-zones', {
  ...constraint,
  name: 'recordExclusionZone',
  summary: 'Record an area a person must not live in.',
  body: NewExclusionZone,
});

export const recordNonAssociationRoute = post('/v1/people/{personId}/non-associations', {
  ...constraint,
  name: 'recordNonAssociation',
  summary: 'Record that a person must not live with another.',
  body: NewNonAssociation,
});

export const recordProviderBanRoute = post('/v1/people/{personId}/provider-bans', {
  ...constraint,
  name: 'recordProviderBan',
  summary: 'Record that an organisation will not house or support a person until a day.',
  body: NewProviderBan,
});

export * from './worker-routes.ts';
