import { sayDay } from '../../domain/day.ts';
import type { DeclinedBy, DeclinedMove } from '../../domain/declined-move.ts';
import type { Place, Subject } from '../pool-types.ts';
import { ASK, evidence, nothingToChange, PASSES, type Rule } from './rule.ts';

const declinedFor = (s: Subject, p: Place): DeclinedMove | undefined =>
  s.declined.find((one) => one.roomId === p.room.id);

const who: Readonly<Record<DeclinedBy, string>> = {
  person: 'They said no to this room',
  provider: 'The provider did not take them here',
  panel: 'The panel decided against this room for them',
};

/** Only what is still in force is among the facts. Somebody may propose the move by hand all the same. */
export const declinedBeforeRule: Rule = {
  id: 'declined-before',
  class: 'H',
  level: 'person',
  question: 'Was this move declined before?',
  overridableBy: null,
  source: 'Choice and agency: nobody is asked the same again until a fact has changed (SOURCES.md 1)',
  kinds: {
    person: (s) => (s.declined.length === 0 ? PASSES : ASK),
    place: () => ASK,
  },
  judge: (s, p) => (declinedFor(s, p) ? 'fail' : 'pass'),
  tell(s, p) {
    const declined = declinedFor(s, p);
    if (!declined) return { sentence: 'Nobody has said no to this move.', evidence: [] };
    const { by, on, until, id, reason } = declined;
    const again = until ? `It may be suggested again from ${sayDay(until)}.` : 'Nothing has changed since.';
    return {
      sentence: `${who[by]} on ${sayDay(on)}. ${again}`,
      evidence: [evidence(id, 'declined', reason, on)],
    };
  },
  // A no is theirs to take back, and a change of any fact lifts it: none is named as the one to make.
  remedy: () => nothingToChange,
};
