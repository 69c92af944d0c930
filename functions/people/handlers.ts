import { assessNeeds } from '../../shared/usecases/people/assess-needs.ts';
import { changePerson } from '../../shared/usecases/people/change-person.ts';
import { listPeople } from '../../shared/usecases/people/list-people.ts';
import { openPerson } from '../../shared/usecases/people/open-person.ts';
import { rateReadiness } from '../../shared/usecases/people/rate-readiness.ts';
import { readPerson } from '../../shared/usecases/people/read-person.ts';
import { readReadiness } from '../../shared/usecases/people/read-readiness.ts';
import { recordAnchor } from '../../shared/usecases/people/record-anchor.ts';
import { recordExclusionZone } from '../../shared/usecases/people/record-exclusion-zone.ts';
import { recordNonAssociation } from '../../shared/usecases/people/record-non-association.ts';
import { recordPreference } from '../../shared/usecases/people/record-preference.ts';
import { recordProviderBan } from '../../shared/usecases/people/record-provider-ban.ts';
import { recordRisk } from '../../shared/usecases/people/record-risk.ts';
import { type Handled, handle } from '../route.ts';
import * as routes from './routes.ts';
import { workerHandlers } from './worker-handlers.ts';

export const peopleHandlers: readonly Handled[] = [
  handle(routes.openPersonRoute, openPerson),
  handle(routes.listPeopleRoute, listPeople),
  handle(routes.readPersonRoute, readPerson),
  handle(routes.changePersonRoute, changePerson),
  handle(routes.assessNeedsRoute, assessNeeds),
  handle(routes.rateReadinessRoute, rateReadiness),
  handle(routes.readReadinessRoute, readReadiness),
  handle(routes.recordRiskRoute, recordRisk),
  handle(routes.recordAnchorRoute, recordAnchor),
  handle(routes.recordPreferenceRoute, recordPreference),
  handle(routes.recordExclusionZoneRoute, recordExclusionZone),
  handle(routes.recordNonAssociationRoute, recordNonAssociation),
  handle(routes.recordProviderBanRoute, recordProviderBan),
  ...workerHandlers,
];
