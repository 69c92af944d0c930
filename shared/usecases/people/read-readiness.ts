import * as z from 'zod';
import type { ReadinessAssessment } from '../../domain/assessment.ts';
import { type Day, dayNumber, londonDay } from '../../domain/day.ts';
import { type PersonId, ServiceModelId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { gateMissing } from '../../matching/gate-words.ts';
import { stagesAfter } from '../../matching/next-stages.ts';
import { gateFinding, gateVerdict, readinessRecord } from '../../matching/readiness.ts';
import { forecastRule, readinessForecast } from '../../matching/readiness-forecast.ts';
import type { ServiceModel } from '../../services/index.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';
import { entryOf } from './entry-of.ts';
import { findPerson } from './find-person.ts';
import { type Programmes, programmesOf } from './programmes-of.ts';
import type { GateShown, ReadinessShown } from './readiness-shown.ts';
import { skillShown } from './skill-shown.ts';

/** Left out: the programme they are in. */
export const ReadinessAsked = z.strictObject({ serviceModel: ServiceModelId.optional() });
export type ReadinessAsked = z.infer<typeof ReadinessAsked>;

const verdicts = { pass: 'met', fail: 'notMet', unknown: 'unknown' } as const;

/** How ready somebody is, by skill and for the stages that come next, as their programme's own file has it. */
export async function readReadiness(
  deps: Deps,
  call: Call<{ personId: PersonId }, unknown, ReadinessAsked>,
): Promise<Outcome<ReadinessShown>> {
  const records = recordsOf(deps, call);
  const found = await findPerson(records, call, 'readiness.read', call.params.personId);
  if (!found.ok) return found;
  const { data: file, version } = found.value;
  const programmes = await programmesOf(deps, records, file.person.id);
  const { serviceModel } = call.query;
  const model = serviceModel ? deps.models.get(serviceModel) : ratedIn(programmes);
  if (serviceModel && !model) return refuse('programme-unknown', { serviceModel });
  const on = londonDay(nowOf(deps));
  const of = { personId: file.person.id, version, on, forecastRule };
  if (!model) return done({ ...of, ...inNoProgramme });
  const stage = stageNow(model, programmes);
  const { validDays, raters, workerRaters, domains } = model.readiness;
  return done({
    ...of,
    serviceModel: ServiceModelId.parse(model.id),
    ...{ stage, validDays, raters, workerRaters },
    entry: entryOf(model, file.readiness),
    skills: domains.map((domain) => skillShown(model, domain, file.readiness, on)),
    gates: nextStages(model, stage, programmes).flatMap((next) => gateShown(model, next, file.readiness, on)),
  });
}

const inNoProgramme = {
  ...{ serviceModel: null, stage: null, validDays: null, raters: null, workerRaters: null, entry: null },
  ...{ skills: [], gates: [] },
};

const ratedIn = ({ models }: Programmes): ServiceModel | undefined =>
  models.find((one) => one.readiness.domains.length > 0) ?? models[0];

const stageNow = (model: ServiceModel, { home }: Programmes): string | null =>
  home?.home.offers.find((offer) => offer.serviceModel === model.id)?.stage ?? null;

/** Those their request names; otherwise those a step down leads to, or a newcomer's. */
function nextStages(model: ServiceModel, stage: string | null, { request }: Programmes): readonly string[] {
  const asked = request?.request.serviceModel === model.id ? request.request.stages : [];
  if (asked.length > 0) return asked;
  return stage === null ? model.matching.newcomerStages : stagesAfter(model, stage);
}

function gateShown(
  model: ServiceModel,
  stageId: string,
  assessments: readonly ReadinessAssessment[],
  today: Day,
): GateShown[] {
  const stage = model.stages.find((one) => one.id === stageId);
  const gate = model.readiness.gates.find((one) => one.id === stage?.gate);
  if (!stage || !gate) return [];
  const on = dayNumber(today);
  const finding = gateFinding(model, gate.id, readinessRecord(assessments), on);
  return [
    {
      ...{ stage: stage.id, stageName: stage.name, gate: gate.id, name: gate.name },
      minimumEach: gate.minimumEach,
      verdict: verdicts[gateVerdict(finding)],
      missing: gateMissing(finding, model),
      forecast: readinessForecast(model, gate.id, assessments, on),
    },
  ];
}
