import * as z from 'zod';
import { type ModelProblem, unless } from './model-problem.ts';
import type { ModelShape } from './model-shape.ts';

/** What the product can do so that a principle of a programme is kept: the closed list a principle chooses from. */
export const WorkflowCheck = z.enum([
  'viewBeforeDecision',
  'choiceOfTwo',
  'noPenaltyForNo',
  'timeToAnswer',
  'reasonsShown',
  'placesScored',
  'affordabilityByTenure',
  'knownWorkerScored',
  'sameWorkerThroughout',
  'twoWorkers',
  'introductionsFirst',
  'startsBeforeTheMove',
  'ownRatingBeside',
  'contactsKept',
  'followUpOwnerFirst',
  'notTimeBound',
  'stepUpIsNoFailure',
  'selfContainedOnly',
  'reflectiveConsultation',
  'reviewPoints',
  'baselineFirst',
]);
export type WorkflowCheck = z.infer<typeof WorkflowCheck>;

/** What a model must say before a check can do anything; null for what the product does in every programme. */
type Grounds = { readonly must: string; readonly on: (model: ModelShape) => boolean } | null;

const grounds: Readonly<Record<WorkflowCheck, Grounds>> = {
  viewBeforeDecision: null,
  choiceOfTwo: null,
  noPenaltyForNo: null,
  reasonsShown: null,
  placesScored: null,
  affordabilityByTenure: null,
  timeToAnswer: {
    must: 'the personView step gives no working days to answer in',
    on: ({ proposalSteps }) =>
      proposalSteps.some((step) => step.id === 'personView' && step.withinWorkingDays !== null),
  },
  knownWorkerScored: {
    must: 'the weight of continuity is 0',
    on: ({ matching }) => matching.weights.continuity !== 0,
  },
  sameWorkerThroughout: {
    must: 'no staff role follows the person',
    on: ({ staffRoles }) => staffRoles.some((role) => role.followsPerson),
  },
  twoWorkers: {
    must: 'coAllocation gives fewer than two workers',
    on: ({ coAllocation }) => coAllocation.workersPerPerson >= 2,
  },
  introductionsFirst: {
    must: 'no stage needs an introduction',
    on: ({ stages, beforeMoveIn }) => {
      const meetings = beforeMoveIn.filter(({ kind }) => kind === 'introduction').map(({ id }) => id);
      return stages.some((stage) => stage.needs.some((need) => meetings.includes(need)));
    },
  },
  startsBeforeTheMove: {
    must: 'the first stage has beds',
    on: ({ stages }) => stages.toSorted((a, b) => a.order - b.order)[0]?.beds === false,
  },
  ownRatingBeside: {
    must: "readiness does not ask for the person's own rating",
    on: ({ readiness }) => readiness.ownRating,
  },
  contactsKept: { must: 'there is no contact pattern', on: (model) => model.contactPatterns.length > 0 },
  followUpOwnerFirst: {
    must: 'no follow-up needs an owner first',
    on: ({ followUps }) => followUps.some((one) => one.ownerNeededFirst),
  },
  notTimeBound: {
    must: 'a stage or an end condition sets a time',
    on: ({ stages, endConditions }) =>
      stages.every((stage) => stage.intendedMonths === null) &&
      endConditions.every(({ kind }) => kind !== 'age' && kind !== 'date'),
  },
  stepUpIsNoFailure: {
    must: 'there is no stepUp move, or residents move by a step down only',
    on: ({ moves, matching }) => !matching.ladderOnly && moves.some((move) => move.direction === 'stepUp'),
  },
  selfContainedOnly: {
    must: 'a stage with beds is not self-contained',
    on: ({ stages }) => stages.every(({ home }) => home === null || home.sharing === 'selfContained'),
  },
  reflectiveConsultation: {
    must: 'there is no support step of the kind consultation',
    on: (model) => hasStep(model, 'consultation'),
  },
  reviewPoints: {
    must: 'there is no support step of the kind review',
    on: (model) => hasStep(model, 'review'),
  },
  baselineFirst: {
    must: 'no outcome measure asks for a baseline',
    on: ({ outcomeMeasures }) => outcomeMeasures.some((one) => one.baselineRequired),
  },
};

const hasStep = ({ supportSteps = [] }: ModelShape, kind: 'consultation' | 'review'): boolean =>
  supportSteps.some((step) => step.kind === kind);

/** Principles that name a check which the rest of their model switches off. */
export function checkProblems(model: ModelShape): ModelProblem[] {
  return model.principles.flatMap(({ heldBy }, at) =>
    heldBy.flatMap((check, i) => {
      const needed = grounds[check];
      return unless(
        needed === null || needed.on(model),
        ['principles', at, 'heldBy', i],
        `must be a check the model switches on: ${needed?.must}`,
      );
    }),
  );
}
