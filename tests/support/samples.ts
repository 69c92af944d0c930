import { beforeMoveSamples } from './samples/before-moves.ts';
import { dischargeSamples } from './samples/discharges.ts';
import { homeSamples } from './samples/homes.ts';
import { panelSamples } from './samples/panels.ts';
import { partnershipSamples } from './samples/partnership.ts';
import { peopleSamples } from './samples/people.ts';
import { placingSamples } from './samples/placing.ts';
import { reportSamples } from './samples/reports.ts';
import { requestSamples } from './samples/requests.ts';
import { ask, type Sample } from './samples/sample.ts';
import { workerSamples } from './samples/workers.ts';
import { type Story, storyUpTo } from './story.ts';

export { ask, type Sample };

/** For every route a call that succeeds. A new route goes untested in none of the generated tests: they fail without. */
export const samples: Readonly<Record<string, Sample>> = {
  ...homeSamples,
  ...peopleSamples,
  ...requestSamples,
  ...dischargeSamples,
  ...placingSamples,
  ...beforeMoveSamples,
  ...panelSamples,
  ...reportSamples,
  ...partnershipSamples,
  ...workerSamples,
};

/** @throws Error when the route has no sample */
export function sampleOf(route: string): Sample {
  const sample = samples[route];
  if (!sample) throw new Error(`Add a call of ${route} that succeeds to tests/support/samples.`);
  return sample;
}

/** The story at the point where a sample succeeds. */
export async function storyFor(sample: Sample): Promise<Story> {
  const story = await storyUpTo(sample.chapter);
  await sample.first?.(story);
  return story;
}
