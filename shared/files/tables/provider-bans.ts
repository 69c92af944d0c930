import * as z from 'zod';
import { ProviderBan } from '../../domain/risk.ts';
import { required } from '../columns.ts';
import { day, own, ownReference, referenceTo, words } from '../kinds.ts';
import { inOrder, table } from '../table.ts';

/** Organisations that will not house or support somebody for now. Each ends: one that goes on is recorded again. */
export const providerBans = table({
  file: 'provider-bans.csv',
  thing: 'ban',
  row: 'One decision of an organisation not to house or support one person until a day. Its cause is never written down here.',
  filledInBy: 'worker',
  needed: false,
  columns: z.object({
    sourceReference: own('row', 'BN-001'),
    person: required(referenceTo('people.csv'), { meaning: 'Whom it is about', example: 'P-002' }),
    organisation: required(ownReference, {
      meaning: 'The landlord or support provider that decided it, as homes.csv names it',
      example: 'ORG-2',
    }),
    from: required(day, { meaning: 'First day it holds', example: '2026-01-12' }),
    expiresOn: required(day, {
      meaning: 'Last day it holds; where none was set, the day by which it is to be reviewed',
      example: '2026-12-31',
    }),
    setBy: required(words(ProviderBan.shape.setBy), {
      meaning: 'Who decided it: a role or panel, no name',
      example: 'Service manager',
    }),
  }),
  rules: (row) => [inOrder('expiresOn', row.from, row.expiresOn)],
  entity: ProviderBan,
  fields: ({ sourceReference, person, organisation, ...rest }) => ({
    ...rest,
    id: sourceReference,
    personId: person,
    organisationId: organisation,
  }),
});
