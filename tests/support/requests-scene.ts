import { requestsHandlers } from '../../functions/requests/handlers.ts';
import type { RequestFile } from '../../shared/domain/files.ts';
import { requests } from '../../shared/store/kinds/placing.ts';
import { type Answered, asker } from './ask.ts';
import { peopleScene } from './people-scene.ts';

/** A care leaver's first place, sent in at once, as a worker would ask for it. */
export function newRequest(personId: string, more: Readonly<Record<string, unknown>> = {}): unknown {
  return { personId, kind: 'newPlace', serviceModel: 'stayingConnected', submit: true, ...more };
}

/** A patient who became ready to leave hospital on a day. */
export const readyOn = (day: string, more: Record<string, unknown> = {}) => ({
  readyOn: day,
  delayReason: 'J2',
  attributable: '07',
  ...more,
});

/** The requests door over a real store, with `ada` on record, whose worker is `worker`. */
export async function requestsScene() {
  const scene = await peopleScene();
  await scene.opened('ada', {}, { primaryWorker: 'w-1' });
  const ask = asker(requestsHandlers, scene.deps);
  const file = async (id = 'ask'): Promise<RequestFile> => (await scene.read(requests, id)).data;
  return {
    ...scene,
    ask,
    requestFile: file,
    status: async (id = 'ask'): Promise<string> => (await file(id)).request.status,

    /** Asks for a place for `ada` under the reference `ask`, by the worker. */
    async asked(more: Readonly<Record<string, unknown>> = {}): Promise<Answered> {
      const body = newRequest('ada', { id: 'ask', ...more });
      const answered = await ask('openRequest', { as: 'worker', body });
      if (answered.status !== 201) throw new Error(`The scene could not be set: ${JSON.stringify(answered)}`);
      return answered;
    },

    /** Takes a step of the request `ask`. */
    step: (name: string, as: string, body?: unknown, key?: string): Promise<Answered> =>
      ask(name, { as, params: { requestId: 'ask' }, body, ...(key !== undefined && { key }) }),

    /** Puts the request in a state that other doors lead to, and its discharge where one is named. */
    async put(
      status: Exclude<RequestFile['request']['status'], 'paused'>,
      discharge?: 'placed',
    ): Promise<void> {
      const kept = await file();
      const { request } = kept;
      if (request.status === 'paused') throw new Error('The scene puts no paused request anywhere.');
      await scene.put('southampton', requests, {
        ...kept,
        request: { ...request, status },
        discharge: kept.discharge && { ...kept.discharge, ...(discharge && { status: discharge }) },
      });
    },
  };
}
