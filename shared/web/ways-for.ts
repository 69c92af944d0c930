import { type Action, reachOf } from '../access/actions.ts';
import type { Role } from '../domain/member.ts';
import { type PathName, paths } from './paths.ts';

/** One of the ways from everywhere. */
export interface Way {
  readonly name: PathName;
  readonly text: string;
  readonly href: string;
}

/** The ways from everywhere that somebody's roles let them go, what they came for first. */
export function waysFor(roles: readonly Role[]): Way[] {
  const may = (action: Action): boolean => reachOf(roles, action) !== null;
  return [
    ...(may('vacancies.write') ? [way('vacancies', 'My vacancies')] : []),
    ...(may('homes.write') ? [way('homes', 'My homes')] : []),
    ...(roles.includes('wardCoordinator') ? [way('patients', 'My patients')] : []),
    ...(may('contacts.write') ? [way('people', 'My people')] : []),
    ...(may('providerAnswers.write') ? [way('referrals', 'Referrals')] : []),
    ...(may('panels.read') ? [way('panels', 'Panels')] : []),
    ...(may('requests.review') ? [way('requestsToReview', 'Requests')] : []),
    ...(may('beforeMoves.read') ? [way('moves', 'Moves')] : []),
    ...(may('reports.read') ? [way('reports', 'Reports')] : []),
    ...(may('messages.read') ? [way('messages', 'Messages')] : []),
    ...(may('homes.read') ? [way('search', 'Search')] : []),
  ];
}

const way = (
  name:
    | 'vacancies'
    | 'homes'
    | 'patients'
    | 'people'
    | 'referrals'
    | 'panels'
    | 'requestsToReview'
    | 'moves'
    | 'reports'
    | 'messages'
    | 'search',
  text: string,
): Way => ({
  name,
  text,
  href: paths[name],
});
