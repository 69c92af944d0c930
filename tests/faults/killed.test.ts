import { setTimeout as wait } from 'node:timers/promises';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterEach, expect, test } from 'vitest';
import { connect } from '../support/http-client.ts';
import { findBroken } from '../support/invariants.ts';
import { KilledClient, type Sent, send } from '../support/killed-clients.ts';
import { type Serving, serve } from '../support/killed-process.ts';
import { type KeptAnswers, keptAnswers, nameOf } from '../support/killed-record.ts';
import { elmWithRivals } from '../support/rivals.ts';
import type { World } from '../support/world.ts';

const full = process.env.FULL === '1';
/** Tables, each with a seed of its own, and how often the process is killed on each. */
const worlds = full ? 20 : 1;
const kills = full ? 10 : 3;
const clientCount = 32;
/** How many may be proposed for a room that is held; who comes after is refused. */
const backups = 4;

/** Answers after which the process may be killed, and milliseconds from then to the very moment. */
const fewestAnswers = 8;
const mostAnswers = 48;
const mostLater = 25;

let world: World;
let serving: Serving;
afterEach(async () => {
  await serving.kill();
  await world.stop();
});

/** Lets everybody write until a moment that chance sets, and kills the process under them. */
async function killedUnder(clients: readonly KilledClient[], answers: number, later: number) {
  const connections = connect(serving.url);
  const sent: Sent[] = [];
  const enough = Promise.withResolvers<void>();
  const working = clients.map((client) =>
    client.work(connections, (one) => {
      sent.push(one);
      if (sent.length === answers) enough.resolve();
    }),
  );
  await Promise.race([enough.promise, ...working]);
  // What is tried is the moment itself, anywhere within a change.
  await wait(later);
  await serving.kill();
  await Promise.all(working);
  connections.close();
  return sent;
}

const accepted = ({ answer }: Sent): boolean => answer !== null && answer.status < 300;

/** What is on record is whole; it has all that was acknowledged, each with its answer, and nothing that was refused. */
async function expectAllThere(sent: readonly Sent[]): Promise<KeptAnswers> {
  expect(await findBroken(world.store)).toEqual([]);
  const kept = await keptAnswers(world.store);
  for (const { write, answer } of sent)
    if (answer)
      expect(kept.get(nameOf(write)), nameOf(write)).toEqual(answer.status < 300 ? answer.body : undefined);
  return kept;
}

/**
 * Asks again, with its key, whatever was acknowledged or never answered: what was done is answered as it was kept, and
 * what was not is done now or refused.
 * @returns what has become of each
 */
async function askAgain(sent: readonly Sent[], before: KeptAnswers): Promise<Sent[]> {
  const connections = connect(serving.url);
  const again = await Promise.all(
    sent.map(async ({ write, answer: first }): Promise<Sent> => {
      const answer = await send(connections, write);
      const name = nameOf(write);
      if (first) expect([answer.status, answer.body], name).toEqual([first.status, first.body]);
      else if (answer.status < 300) {
        if (before.has(name)) expect(answer.body, name).toEqual(before.get(name));
        expect((await send(connections, write)).body, name).toEqual(answer.body);
      } else {
        expect(before.has(name), `${name} was done and is answered ${answer.status}`).toBe(false);
        expect(answer.status, name).toBeLessThan(500);
      }
      return { write, answer };
    }),
  );
  connections.close();
  return again;
}

test.each(Array.from({ length: worlds }, (_, i) => i + 1))(
  'killed at any moment, nothing that was acknowledged is lost and nothing is half there: seed %i',
  { timeout: 600_000 },
  async (seed) => {
    world = await elmWithRivals(clientCount, backups);
    const random = xoroshiro128plus(seed);
    const clients = Array.from({ length: clientCount }, (_, number) => new KilledClient(number, seed));
    const settled: Sent[] = [];
    const counts = { acknowledged: 0, unanswered: 0, 'done all the same': 0 };
    serving = await serve(world.store);
    for (let kill = 0; kill < kills; kill++) {
      const answers = uniformInt(random, fewestAnswers, mostAnswers);
      const sent = await killedUnder(clients, answers, uniformInt(random, 0, mostLater));
      serving = await serve(world.store);
      const kept = await expectAllThere([...settled, ...sent]);
      const unanswered = sent.filter(({ answer }) => answer === null);
      const again = await askAgain([...sent.filter(accepted), ...unanswered], kept);
      for (const one of again) clients[one.write.client]?.learn(one);
      settled.push(...again);
      await expectAllThere(settled);
      counts.acknowledged += sent.filter(accepted).length;
      counts.unanswered += unanswered.length;
      counts['done all the same'] += unanswered.filter(({ write }) => kept.has(nameOf(write))).length;
    }
    if (full) console.log(`${kills} kills: ${JSON.stringify(counts)}`);
    expect(counts.acknowledged).toBeGreaterThan(0);
    expect(counts.unanswered).toBeGreaterThan(0);
  },
);
