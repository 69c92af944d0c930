import { evidence, kindOf } from '../checks/rule.ts';
import type { Housemate, Place, Subject } from '../pool-types.ts';
import type { Term } from './terms.ts';

const calm = { quiet: 500, mixed: 250, lively: 0 } as const;

/** Those of a home's residents who stay for good, so far as is known: the only ones who are sure to be housemates. */
function staying({ house, room }: Place): readonly Housemate[] {
  return house.housemates.filter(
    (mate) => mate.leaves === Number.POSITIVE_INFINITY && mate.roomId !== room.id,
  );
}

/** Where somebody is with drugs and alcohol, so far as it bears on housemates. */
type Stage = 'early' | 'usingNow' | null;

const stageOf = (s: Subject): Stage =>
  s.earlyRecovery ? 'early' : s.needs?.recovery === 'usingNow' ? 'usingNow' : null;

/**
 * Whether somebody early in recovery would share with somebody who uses now, whichever of them moves in. Nobody is both,
 * so somebody who lives there already never meets themselves.
 */
function stagesPull(s: Subject, p: Place): boolean {
  switch (stageOf(s)) {
    case 'early':
      return staying(p).some((mate) => mate.usingNow);
    case 'usingNow':
      return staying(p).some((mate) => mate.earlyRecovery);
    default:
      return false;
  }
}

/**
 * Quiet for those who need it; a substance-free home, and housemates who do not use now, for those early in recovery.
 * How old housemates are is no part of it: a protected characteristic adds no points, and age bands are a home's rule.
 */
export const household: Term = {
  id: 'household',
  kinds: {
    person: (s) => kindOf(s.needs?.quiet, stageOf(s)),
    place: (p) =>
      kindOf(
        ...[p.home.atmosphere, p.home.substanceFree],
        ...[staying(p).some((mate) => mate.usingNow), staying(p).some((mate) => mate.earlyRecovery)],
      ),
  },
  share(s, p) {
    const { atmosphere, substanceFree } = p.home;
    const quiet = s.needs?.quiet ? (atmosphere === null ? 250 : calm[atmosphere]) : 500;
    const recovery = (s.earlyRecovery && !substanceFree ? 250 : 500) - (stagesPull(s, p) ? 250 : 0);
    return quiet + recovery;
  },
  asked: (s) => s.needs?.quiet === true || stageOf(s) !== null,
  tell(s, p) {
    const said = [
      s.needs?.quiet
        ? `They need quiet and the home is ${p.home.atmosphere ?? 'not described'}.`
        : 'They have no need for quiet.',
      ...(s.earlyRecovery
        ? [`They are in early recovery and the home is ${p.home.substanceFree ? '' : 'not '}substance free.`]
        : []),
      ...(stagesPull(s, p) ? ['Somebody who stays there is at another stage of recovery.'] : []),
    ];
    return {
      sentence: said.join(' '),
      evidence: [
        evidence(p.home.id, 'atmosphere', p.home.atmosphere),
        evidence(s.needs?.id ?? s.person.id, 'quiet', s.needs?.quiet, s.needs?.assessedOn),
        evidence(s.needs?.id ?? s.person.id, 'recovery', s.needs?.recovery, s.needs?.assessedOn),
      ],
    };
  },
};
