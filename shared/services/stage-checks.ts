import { supportRank } from '../domain/codes.ts';
import { ids, type ModelProblem, named, type Path, unless } from './model-problem.ts';
import type { ModelShape } from './model-shape.ts';

/** Stages that lack what their beds need, or name a gate, role or step the model does not have. */
export function stageProblems(model: ModelShape): ModelProblem[] {
  const gates = ids(model.readiness.gates);
  const roles = ids(model.staffRoles);
  return model.stages.flatMap((stage, at) => {
    const path = (...rest: Path): Path => ['stages', at, ...rest];
    const before = model.stages.some((other) => other.beds && other.order < stage.order);
    return [
      ...unless(
        !stage.beds || model.provides === 'homes',
        path('beds'),
        `must be false: the model provides ${model.provides}`,
      ),
      ...unless(
        !stage.beds || stage.supportLevel !== null,
        path('supportLevel'),
        'must be given for a stage with beds',
      ),
      ...(['home', 'agreement'] as const).flatMap((field) =>
        unless(
          stage.beds === (stage[field] !== null),
          path(field),
          stage.beds ? 'must be given for a stage with beds' : 'must be null for a stage without beds',
        ),
      ),
      ...unless(
        !stage.sameHome || before,
        path('sameHome'),
        'must be false: no stage with beds comes before this one',
      ),
      ...named(stage.gate, gates, 'readiness gates', path('gate')),
      ...named(stage.weeklyContacts?.byRole ?? null, roles, 'staff roles', path('weeklyContacts', 'byRole')),
      ...stage.needs.flatMap((need, i) =>
        named(need, ids(model.beforeMoveIn), 'beforeMoveIn steps', path('needs', i)),
      ),
    ];
  });
}

/** Moves between stages that do not exist, that are there twice, or whose direction the stages contradict. */
export function moveProblems(model: ModelShape): ModelProblem[] {
  const stages = ids(model.stages);
  const keys = model.moves.map(({ from, to }) => `${from} to ${to}`);
  return model.moves.flatMap((move, at) => {
    const from = model.stages.find((stage) => stage.id === move.from);
    const to = model.stages.find((stage) => stage.id === move.to);
    if (!from || !to)
      return [
        ...named(move.from, stages, 'stages', ['moves', at, 'from']),
        ...named(move.to, stages, 'stages', ['moves', at, 'to']),
      ];
    const first = keys.indexOf(`${move.from} to ${move.to}`);
    return [
      ...unless(first === at, ['moves', at], `must differ from moves[${first}]`),
      ...directionProblems(move.direction, from, to, ['moves', at, 'direction']),
    ];
  });
}

type ShapeStage = ModelShape['stages'][number];

/** Ladders stay free of circles because a step down always leads to a later stage, and never to more support. */
function directionProblems(direction: string, from: ShapeStage, to: ShapeStage, path: Path): ModelProblem[] {
  const rank = (stage: ShapeStage) => (stage.supportLevel === null ? null : supportRank(stage.supportLevel));
  const [before, after] = [rank(from), rank(to)];
  const change = before === null || after === null ? 0 : after - before;
  if (direction === 'stepDown')
    return unless(
      to.order > from.order && change <= 0,
      path,
      'stepDown must lead to a later stage without more support',
    );
  if (direction === 'stepUp')
    return unless(
      to.order < from.order && change >= 0,
      path,
      'stepUp must lead to an earlier stage without less support',
    );
  return unless(change === 0, path, 'lateral must keep the level of support');
}

/** Stages named for newcomers that nobody can move into, or none named where the model provides homes. */
export function newcomerProblems({ matching, provides, stages }: ModelShape): ModelProblem[] {
  const open = stages.filter((stage) => stage.beds && !stage.sameHome);
  return [
    ...unless(
      provides !== 'homes' || matching.newcomerStages.length > 0,
      ['matching', 'newcomerStages'],
      'must name a stage: the model provides homes',
    ),
    ...matching.newcomerStages.flatMap((stage, at) =>
      named(stage, ids(open), 'stages that have beds of their own', ['matching', 'newcomerStages', at]),
    ),
  ];
}
