import { everywhere } from '../../shared/store/keys.ts';
import { contacts } from '../../shared/store/kinds/partnerships.ts';
import { Records } from '../../shared/store/records.ts';
import type { Delivery } from '../../shared/usecases/messages/deliver.ts';
import { DeliveryFault } from '../../shared/usecases/messages/deliver.ts';
import { fromEnvironment, messagesFromEnvironment } from '../deps.ts';
import { mailboxDelivery } from './mailbox.ts';
import { messageDoor } from './message-door.ts';
import { notifyDelivery } from './notify.ts';

const deps = fromEnvironment();
const { mailbox, notify, address } = messagesFromEnvironment();

/** A stage without a way to deliver parks its messages, where they can be seen. */
const nowhere: Delivery = {
  send: async () => {
    throw new DeliveryFault('no-delivery', true);
  },
  wasSent: async () => false,
};

const emailOf = async (member: string): Promise<string | null> => {
  const kept = await new Records(deps.writing.table, everywhere).get(contacts, member);
  return kept?.data.email ?? null;
};

const delivery = mailbox
  ? mailboxDelivery(mailbox)
  : notify
    ? notifyDelivery({ ...notify, emailOf })
    : nowhere;

export const handler = messageDoor({ ...deps, delivery, address });
