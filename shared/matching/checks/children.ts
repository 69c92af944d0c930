import type { Subject } from '../pool-types.ts';
import { evidence, kindOf, nothingToChange, PASSES, type Rule, requirement, setting } from './rule.ts';

const household = 'Households with a child or an expected baby (SOURCES.md 3 and 6)';

const withChild = ({ person }: Subject): boolean => person.householdChildren > 0 || person.babyDueOn !== null;

export const childrenRule: Rule = {
  id: 'children',
  class: 'H',
  level: 'home',
  question: 'May a baby or child live in the home?',
  overridableBy: 'programmeLead',
  source: household,
  kinds: {
    person: (s) => (withChild(s) ? 'with a child' : PASSES),
    place: ({ home }) => (home.takesChildren ? PASSES : kindOf(home.takesChildren)),
  },
  judge: (s, p) => (withChild(s) ? requirement('required', p.home.takesChildren) : 'pass'),
  tell(s, { home }) {
    return {
      sentence: !withChild(s)
        ? 'No child or baby would move with them.'
        : home.takesChildren === null
          ? 'It is not recorded whether a baby or child may live here.'
          : home.takesChildren
            ? 'A baby or child may live here.'
            : 'A baby or child would move with them, and the home takes adults only.',
      evidence: [
        evidence(home.id, 'takesChildren', home.takesChildren),
        evidence(s.person.id, 'householdChildren', s.person.householdChildren),
        evidence(s.person.id, 'babyDueOn', s.person.babyDueOn ?? 'none'),
      ],
    };
  },
  remedy: (_s, { home }) => [
    home.takesChildren === null
      ? setting(
          'homes',
          home.id,
          { takesChildren: true },
          1,
          'An open question is answered so: a baby or child may live here.',
        )
      : setting('homes', home.id, { takesChildren: true }, 3, 'The home takes babies and children.'),
  ],
};

export const cotSpaceRule: Rule = {
  id: 'cot-space',
  class: 'C',
  level: 'room',
  question: 'Is there space for a cot in the room?',
  overridableBy: null,
  source: household,
  kinds: {
    person: (s) => (s.person.babyDueOn === null ? PASSES : 'expecting'),
    place: ({ room }) => (room.cotSpace ? PASSES : kindOf(room.cotSpace)),
  },
  judge: (s, p) => (s.person.babyDueOn === null ? 'pass' : requirement('required', p.room.cotSpace)),
  tell: (s, { room }) => ({
    sentence:
      s.person.babyDueOn === null
        ? 'They need no space for a cot.'
        : room.cotSpace === null
          ? 'It is not recorded whether a cot fits in the room.'
          : room.cotSpace
            ? 'There is space for a cot.'
            : 'They are expecting a baby, and no cot fits in the room.',
    evidence: [
      evidence(room.id, 'cotSpace', room.cotSpace),
      evidence(s.person.id, 'babyDueOn', s.person.babyDueOn ?? 'none'),
    ],
  }),
  remedy: (_s, { room }) =>
    room.cotSpace === null
      ? [
          setting(
            'rooms',
            room.id,
            { cotSpace: true },
            1,
            'An open question is answered so: a cot fits in the room.',
          ),
        ]
      : nothingToChange,
};
