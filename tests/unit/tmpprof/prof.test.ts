import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { test } from 'vitest';
import { storyFor, sampleOf, ask } from '../../support/samples.ts';
import { copyOf } from '../../support/story.ts';
const mode = process.env.MODE;
test('x', async () => {
  const sample = sampleOf('recordArrival');
  const story = await storyFor(sample);
  for (let i = 0; i < 100; i++) {
    const a = performance.now();
    const s = await copyOf(story); const b = performance.now();
    await ask(s, 'recordArrival', sample);
    const c = performance.now();
    if (mode === 'delete') { await s.store.client.send(new DeleteTableCommand({ TableName: s.store.tableName })); }
    if (mode === 'delete' || mode === 'destroy') s.store.client.destroy();
    const d = performance.now();
    if (i % 20 === 0) console.log('T', mode, i, Math.round(b - a), Math.round(c - b), Math.round(d-c), JSON.stringify(process.cpuUsage()));
  }
}, 300000);
