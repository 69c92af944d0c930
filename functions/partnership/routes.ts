import * as z from 'zod';
import { MemberId } from '../../shared/domain/ids.ts';
import { Message } from '../../shared/domain/message.ts';
import { Receipt } from '../../shared/usecases/call.ts';
import { MessagePage } from '../../shared/usecases/messages/list-messages.ts';
import { pageQuery } from '../../shared/usecases/paging.ts';
import { NewMember } from '../../shared/usecases/partnership/add-member.ts';
import { NewOrganisation } from '../../shared/usecases/partnership/add-organisation.ts';
import { NewWorker } from '../../shared/usecases/partnership/add-worker.ts';
import { MemberAsChanged } from '../../shared/usecases/partnership/change-member.ts';
import { MembersPage } from '../../shared/usecases/partnership/list-members.ts';
import { OrganisationsPage } from '../../shared/usecases/partnership/list-organisations.ts';
import { WorkersPage } from '../../shared/usecases/partnership/list-workers.ts';
import { PageAsked } from '../../shared/usecases/partnership/page-of-kind.ts';
import { Me } from '../../shared/usecases/partnership/read-me.ts';
import { ContactAsSet } from '../../shared/usecases/partnership/set-contact.ts';
import { get, nothing, post, put } from '../route.ts';

export const readMeRoute = get('/v1/me', {
  name: 'readMe',
  door: 'partnership',
  action: 'self.read',
  summary: 'Read who you are here: your roles, partnership and organisation.',
  params: nothing,
  query: nothing,
  answer: Me,
});

export const addOrganisationRoute = post('/v1/organisations', {
  name: 'addOrganisation',
  door: 'partnership',
  action: 'workers.write',
  summary: 'Add an organisation to your partnership.',
  params: nothing,
  body: NewOrganisation,
  answer: Receipt,
});

export const listOrganisationsRoute = get('/v1/organisations', {
  name: 'listOrganisations',
  door: 'partnership',
  action: 'workers.read',
  summary: 'List the organisations of your partnership.',
  params: nothing,
  query: PageAsked,
  answer: OrganisationsPage,
});

export const addWorkerRoute = post('/v1/workers', {
  name: 'addWorker',
  door: 'partnership',
  action: 'workers.write',
  summary: 'Add a worker, with nobody on their caseload yet.',
  params: nothing,
  body: NewWorker,
  answer: Receipt,
});

export const listWorkersRoute = get('/v1/workers', {
  name: 'listWorkers',
  door: 'partnership',
  action: 'workers.read',
  summary: 'List the workers of your partnership.',
  params: nothing,
  query: PageAsked,
  answer: WorkersPage,
});

export const addMemberRoute = post('/v1/members', {
  name: 'addMember',
  door: 'partnership',
  action: 'members.write',
  summary: 'Add somebody who may use the service, with their roles.',
  params: nothing,
  body: NewMember,
  answer: Receipt,
});

export const listMembersRoute = get('/v1/members', {
  name: 'listMembers',
  door: 'partnership',
  action: 'members.read',
  summary: 'List who may use the service in your partnership.',
  params: nothing,
  query: PageAsked,
  answer: MembersPage,
});

export const setContactRoute = post('/v1/members/{memberId}/contact', {
  name: 'setContact',
  door: 'partnership',
  action: 'members.write',
  summary: 'Set where a member gets their messages.',
  params: z.strictObject({ memberId: MemberId }),
  body: ContactAsSet,
  answer: Receipt,
});

export const listMessagesRoute = get('/v1/messages', {
  name: 'listMessages',
  door: 'partnership',
  action: 'messages.read',
  summary: 'List messages in one state, above all those that are parked and want somebody to look.',
  params: nothing,
  query: z.strictObject({ ...pageQuery, state: Message.shape.status.default('parked') }),
  answer: MessagePage,
});

export const changeMemberRoute = put('/v1/members/{memberId}', {
  name: 'changeMember',
  door: 'partnership',
  action: 'members.write',
  summary: 'Change the roles, organisation, worker or ward of somebody else, or end their access.',
  params: z.strictObject({ memberId: MemberId }),
  body: MemberAsChanged,
  answer: Receipt,
});
