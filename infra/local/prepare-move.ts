import * as z from 'zod';

/** Asks the service as one user or another, for what must go well. */
export interface Desk {
  read(user: string, path: string): Promise<unknown>;
  /** @param key stands for this change and for no other */
  post(user: string, path: string, key: string, body: object): Promise<unknown>;
}

const Step = z.object({
  item: z.string(),
  name: z.string(),
  to: z.string().nullable(),
  role: z.string().nullable(),
});
type Step = z.infer<typeof Step>;

const BeforeMove = z.object({ missing: z.array(Step), housemates: z.array(z.string()) });
type BeforeMove = z.infer<typeof BeforeMove>;

const Worker = z.object({ id: z.string(), role: z.string(), serviceModel: z.string() });
type Worker = z.infer<typeof Worker>;
const Workers = z.object({ items: z.array(Worker), next: z.string().nullable() });
const Added = z.object({ id: z.string() });

/**
 * Does what a programme asks for before somebody moves in, as an officer who goes along would: the introductions, the
 * worker who is named and the items of the checklist, each on record.
 * @param on the day of it, which has come
 * @returns the names of the steps, in order
 */
export async function prepareMove(desk: Desk, stayId: string, on: string): Promise<string[]> {
  const before = BeforeMove.parse(await desk.read('officer', `/v1/stays/${stayId}/before-move`));
  const workers = before.missing.length > 0 ? await workersOf(desk) : [];
  for (const step of before.missing) {
    const isMeeting = step.to !== null;
    await desk.post(
      'officer',
      `/v1/stays/${stayId}/${isMeeting ? 'introductions' : 'preparations'}`,
      keyOf(stayId, step),
      isMeeting
        ? { on, met: metOf(step, before, workers), meeting: { status: 'tookPlace', words: 'It went well.' } }
        : { item: step.item, on, ...(await namedFor(desk, step, workers)) },
    );
  }
  return before.missing.map(({ name }) => name);
}

/** Short, as a key may have 64 characters with what a desk puts before it. */
const keyOf = (stayId: string, { item }: Step): string => `${stayId}-${item}`.slice(0, 56);

const metOf = ({ to }: Step, { housemates }: BeforeMove, workers: readonly Worker[]) => ({
  to,
  ...(to === 'worker' && { workerId: workers[0]?.id }),
  ...(to === 'housemates' && { housemates }),
});

/** The worker who is named; the lead adds one where nobody has the role yet. */
async function namedFor(desk: Desk, { role }: Step, workers: readonly Worker[]) {
  if (role === null) return {};
  const known = workers.find((one) => one.role === role);
  if (known) return { workerId: known.id };
  const added = await desk.post('lead', '/v1/workers', `prepare-${role}`, {
    ...{ serviceModel: workers[0]?.serviceModel, role, team: null, fullTimeEquivalent: 1 },
    ...{ caseloadLimit: null, coveredBy: null },
  });
  return { workerId: Added.parse(added).id };
}

async function workersOf(desk: Desk): Promise<Worker[]> {
  const all: Worker[] = [];
  let after: string | null = null;
  do {
    const query: string = after === null ? '' : `&after=${after}`;
    const page: z.infer<typeof Workers> = Workers.parse(
      await desk.read('officer', `/v1/workers?limit=100${query}`),
    );
    all.push(...page.items);
    after = page.next;
  } while (after !== null);
  return all;
}
