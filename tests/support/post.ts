import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { messageDoor } from '../../functions/messages/message-door.ts';
import { type Delivery, DeliveryFault } from '../../shared/usecases/messages/deliver.ts';
import type { Letter } from '../../shared/usecases/messages/words.ts';
import type { TestStore } from './store.ts';
import { changed } from './stream-events.ts';

/** A letter as its reader got it. */
export interface Delivered extends Letter {
  readonly to: string;
  readonly reference: string;
}

/** How the next letters fare: taken, refused for good or for now, taken without an answer, or not taken and no answer. */
export type Fate = 'taken' | 'refused' | 'busy' | 'takenUnanswered' | 'lost';

/** The post of a test: the real door for messages, over the records of a store as a stream would bring them. */
export interface Post {
  readonly letters: Delivered[];
  /** How the next letters fare, in order; taken when there is nothing left. */
  readonly fates: Fate[];
  /** Brings every record there is to the door, as often as asked, until nothing new is queued. */
  carry(times?: number): Promise<void>;
}

export function openPost(store: TestStore): Post {
  const letters: Delivered[] = [];
  const fates: Fate[] = [];
  const delivery: Delivery = {
    async send(to, letter, reference) {
      const fate = fates.shift() ?? 'taken';
      if (fate === 'refused') throw new DeliveryFault('notify-400', true);
      if (fate === 'busy') throw new DeliveryFault('notify-503', false);
      if (fate !== 'lost') letters.push({ to, reference, ...letter });
      if (fate !== 'taken') throw new Error('no answer');
    },
    wasSent: async (_to, reference) => letters.some((one) => one.reference === reference),
  };
  const door = messageDoor({ ...store.deps, delivery, address: 'https://homeward.example' });
  return {
    letters,
    fates,
    async carry(times = 2) {
      for (let round = 0; round < times; round++) {
        const { Items = [] } = await store.client.send(new ScanCommand({ TableName: store.tableName }));
        const waking = Items.filter(({ kind }) => kind === 'outbox' || kind === 'message');
        await door({ Records: waking.map((item) => changed(item)) });
      }
    },
  };
}
