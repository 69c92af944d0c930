import { ThrottlingException } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { storyUpTo } from '../support/story.ts';
import { tap } from '../support/tap.ts';

test('a table that is too busy to be read asks the caller to come back, and says when', async () => {
  const { store, ask } = await storyUpTo('planned');
  const off = tap(store.client, ({ name }, send) => {
    if (name.startsWith('Get'))
      throw new ThrottlingException({ message: 'Rate exceeded', $metadata: { httpStatusCode: 400 } });
    return send({});
  });
  const answered = await ask('readHome', { as: 'officer', params: { homeId: 'elm' } });
  off();
  expect(answered).toMatchObject({ status: 503, body: { code: 'busy' } });
  expect(answered.headers).toHaveProperty('retry-after');
});
