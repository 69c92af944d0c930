import { ids, type ModelProblem, named, type Path, unless } from './model-problem.ts';
import type { ModelShape } from './model-shape.ts';
import { moveProblems, newcomerProblems, stageProblems } from './stage-checks.ts';
import { checkProblems } from './workflow-checks.ts';

/** Everything in a model that contradicts another part of it, in the order of the parts. Empty for a sound model. */
export function modelProblems(model: ModelShape): ModelProblem[] {
  return [
    ...uniqueness(model),
    ...references(model),
    ...datesAndRanges(model),
    ...stageProblems(model),
    ...moveProblems(model),
    ...readinessProblems(model),
    ...decisionProblems(model),
    ...newcomerProblems(model),
    ...checkProblems(model),
  ];
}

function repeated(values: readonly (string | number)[], list: string, field = 'id'): ModelProblem[] {
  return values.flatMap((value, at) => {
    const first = values.indexOf(value);
    return unless(
      first === at,
      [...list.split('.'), at, field],
      `must differ from ${list}[${first}].${field}`,
    );
  });
}

function uniqueness(model: ModelShape): ModelProblem[] {
  const lists: Record<string, readonly { id: string }[]> = {
    eligibility: model.eligibility,
    stages: model.stages,
    beforeMoveIn: model.beforeMoveIn,
    staffRoles: model.staffRoles,
    contactPatterns: model.contactPatterns,
    followUps: model.followUps,
    'wardDischarge.checklist': model.wardDischarge?.checklist ?? [],
    'readiness.domains': model.readiness.domains,
    'readiness.gates': model.readiness.gates,
    wraparoundOffers: model.wraparoundOffers,
    workAndLearningOffers: model.workAndLearningOffers,
    principles: model.principles,
    supportSteps: model.supportSteps ?? [],
    fundingPeriods: model.fundingPeriods ?? [],
    pathways: model.pathways ?? [],
    outcomeMeasures: model.outcomeMeasures,
    proposalSteps: model.proposalSteps,
    'panel.members': model.panel.members,
    'governance.reports': model.governance.reports,
  };
  const orders = model.stages.map((stage) => stage.order);
  return [
    ...Object.entries(lists).flatMap(([list, things]) => repeated(ids(things), list)),
    ...repeated(orders, 'stages', 'order'),
  ];
}

function references(model: ModelShape): ModelProblem[] {
  const stages = ids(model.stages);
  const roles = ids(model.staffRoles);
  const needs = model.matching.needsCategories;
  const offers = (part: 'wraparoundOffers' | 'workAndLearningOffers') =>
    model[part].flatMap(({ answers }, at) =>
      answers.flatMap((need, i) => named(need, needs, 'needs categories', [part, at, 'answers', i])),
    );
  return [
    ...model.caseloadLimits.flatMap(({ role }, at) =>
      named(role, roles, 'staff roles', ['caseloadLimits', at, 'role']),
    ),
    ...named(model.coAllocation.primaryRole, roles, 'staff roles', ['coAllocation', 'primaryRole']),
    ...model.contactPatterns.flatMap(({ anchor, byRole }, at) => [
      ...named(anchor.stage, stages, 'stages', ['contactPatterns', at, 'anchor', 'stage']),
      ...named(byRole, roles, 'staff roles', ['contactPatterns', at, 'byRole']),
    ]),
    ...model.followUps.flatMap(({ byRole }, at) =>
      named(byRole, roles, 'staff roles', ['followUps', at, 'byRole']),
    ),
    ...model.beforeMoveIn.flatMap((step, at) =>
      step.kind === 'namedWorker' ? named(step.role, roles, 'staff roles', ['beforeMoveIn', at, 'role']) : [],
    ),
    ...named(model.governance.board?.reportedToBy ?? null, roles, 'staff roles', [
      'governance',
      'board',
      'reportedToBy',
    ]),
    ...(model.supportSteps ?? []).flatMap((step, at) =>
      step.kind === 'consultation'
        ? named(step.byRole, roles, 'staff roles', ['supportSteps', at, 'byRole'])
        : [],
    ),
    ...offers('wraparoundOffers'),
    ...offers('workAndLearningOffers'),
  ];
}

function datesAndRanges(model: ModelShape): ModelProblem[] {
  const inOrder = (from: string | null, to: string | null, path: Path) =>
    unless(from === null || to === null || from <= to, path, `must not be before ${from}`);
  return [
    ...inOrder(model.validFrom, model.validTo, ['validTo']),
    ...model.eligibility.flatMap(({ from, to }, at) => inOrder(from, to, ['eligibility', at, 'to'])),
    ...(model.fundingPeriods ?? []).flatMap(({ from, to }, at) =>
      inOrder(from, to, ['fundingPeriods', at, 'to']),
    ),
    ...model.caseloadLimits.flatMap(({ people, range }, at) => [
      ...unless(
        people !== null || range !== null,
        ['caseloadLimits', at, 'people'],
        'must be given where there is no range',
      ),
      ...unless(
        range === null || range.from <= range.to,
        ['caseloadLimits', at, 'range', 'to'],
        `must be at least ${range?.from}`,
      ),
    ]),
    ...model.endConditions.flatMap((end, at) =>
      end.kind === 'age' ? laterAge(end.at, end.mayBeSetTo, ['endConditions', at, 'mayBeSetTo']) : [],
    ),
    ...model.contactPatterns.flatMap(({ endsAtAge, endsAtAgeMayBeSetTo, phases }, at) => [
      ...unless(
        endsAtAge !== null || phases.every((phase) => 'for' in phase),
        ['contactPatterns', at, 'endsAtAge'],
        'must be an age where the last phase has no end of its own',
      ),
      ...laterAge(endsAtAge, endsAtAgeMayBeSetTo, ['contactPatterns', at, 'endsAtAgeMayBeSetTo']),
    ]),
  ];
}

function laterAge(age: number | null, mayBeSetTo: number | null, path: Path): ModelProblem[] {
  if (mayBeSetTo === null) return [];
  if (age === null) return [{ path, message: 'must be null where no age is set' }];
  return unless(mayBeSetTo > age, path, `must be more than ${age}`);
}

function readinessProblems({ readiness, stages }: ModelShape): ModelProblem[] {
  const { gates, domains, raters, workerRaters, ownRating } = readiness;
  const others = ownRating ? raters - 1 : raters;
  return [
    ...unless(
      workerRaters <= others,
      ['readiness', 'workerRaters'],
      `must be at most ${others}: raters is ${raters}${ownRating ? ', one of them the person' : ''}`,
    ),
    ...unless(
      gates.length === 0 || domains.length > 0,
      ['readiness', 'domains'],
      'must not be empty where there is a gate',
    ),
    ...gates.flatMap((gate, at) => [
      ...unless(
        stages.some((stage) => stage.gate === gate.id),
        ['readiness', 'gates', at, 'id'],
        'must be the gate of a stage: no stage asks for it',
      ),
      ...unless(
        gate.minimumOwn === undefined || ownRating,
        ['readiness', 'gates', at, 'minimumOwn'],
        "must be left out where the person's own rating is not asked for",
      ),
    ]),
  ];
}

function decisionProblems({ proposalSteps, panel }: ModelShape): ModelProblem[] {
  const steps = ids(proposalSteps);
  return [
    ...unless(
      steps.includes('personView'),
      ['proposalSteps'],
      "must hold personView: the person's view comes before any decision",
    ),
    ...unless(
      steps.at(-1) === 'panel',
      ['proposalSteps', steps.length - 1, 'id'],
      'must be panel: people decide last',
    ),
    ...named(panel.chair, ids(panel.members), 'panel members', ['panel', 'chair']),
    ...unless(
      panel.quorum <= panel.members.length,
      ['panel', 'quorum'],
      `must be at most ${panel.members.length}, the number of members`,
    ),
  ];
}
