import { listMessages } from '../../shared/usecases/messages/list-messages.ts';
import { addMember } from '../../shared/usecases/partnership/add-member.ts';
import { addOrganisation } from '../../shared/usecases/partnership/add-organisation.ts';
import { addWorker } from '../../shared/usecases/partnership/add-worker.ts';
import { changeMember } from '../../shared/usecases/partnership/change-member.ts';
import { listMembers } from '../../shared/usecases/partnership/list-members.ts';
import { listOrganisations } from '../../shared/usecases/partnership/list-organisations.ts';
import { listWorkers } from '../../shared/usecases/partnership/list-workers.ts';
import { readMe } from '../../shared/usecases/partnership/read-me.ts';
import { setContact } from '../../shared/usecases/partnership/set-contact.ts';
import { type Handled, handle } from '../route.ts';
import * as routes from './routes.ts';

export const partnershipHandlers: readonly Handled[] = [
  handle(routes.readMeRoute, readMe),
  handle(routes.addOrganisationRoute, addOrganisation),
  handle(routes.listOrganisationsRoute, listOrganisations),
  handle(routes.addWorkerRoute, addWorker),
  handle(routes.listWorkersRoute, listWorkers),
  handle(routes.addMemberRoute, addMember),
  handle(routes.listMembersRoute, listMembers),
  handle(routes.setContactRoute, setContact),
  handle(routes.listMessagesRoute, listMessages),
  handle(routes.changeMemberRoute, changeMember),
];
