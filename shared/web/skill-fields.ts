import type { EvidenceKind } from '../domain/assessment.ts';
import type { Choice } from './components/choices.tsx';
import type { FieldError } from './components/error-summary.tsx';
import type { Answers, FormField } from './form-fields.ts';

/** A life skill of a programme, and what was said of it last. */
export interface SkillAsked {
  readonly domain: string;
  readonly name: string;
  /** In a sentence, with the change since the time before. */
  readonly last: string;
}

/** What each score means. */
export const scoreWords = [
  'Not yet',
  'With a lot of help',
  'With some help',
  'Mostly without help',
  'Without help',
] as const;

export const evidenceWords: Readonly<Record<EvidenceKind, string>> = {
  seenDone: 'I saw them do it',
  doneWithHelp: 'They did it with my help',
  talkedThrough: 'We talked it through',
  record: 'It is on record elsewhere',
  toldByOthers: 'Others told me',
};

const scores: readonly Choice[] = scoreWords.map((text, score) => ({
  value: String(score),
  text: `${score}: ${text}`,
}));

const rated = scores.map(({ value }) => value);

/** The names of the questions about a skill. */
export const skillField = (part: 'score' | 'how' | 'words', domain: string): string => `${part}-${domain}`;

const assessedOn: FormField = {
  kind: 'day',
  name: 'assessedOn',
  label: 'On which day?',
  what: 'the day of the rating',
  needed: 'Enter the day of the rating',
  within: { from: -365, to: 0 },
};

const scoreField = ({ domain, name, last }: SkillAsked): FormField => ({
  kind: 'select',
  name: skillField('score', domain),
  heading: name,
  label: `${name}: how well do they do it?`,
  hint: last,
  choices: scores,
});

/** What the person themself thinks, skill by skill; any may be left out. */
export const ownRatingFields = (skills: readonly SkillAsked[]): readonly FormField[] => [
  assessedOn,
  ...skills.map(scoreField),
];

/**
 * A worker's rating, each score with what it rests on.
 * @param seconds ratings by a colleague that this may be a second one to
 */
export const workerRatingFields = (
  skills: readonly SkillAsked[],
  workers: readonly Choice[],
  seconds: readonly Choice[],
): readonly FormField[] => [
  assessedOn,
  {
    kind: 'select',
    name: 'workerId',
    label: 'Who rates them?',
    choices: workers,
    needed: 'Choose who rates them',
  },
  ...(seconds.length === 0
    ? []
    : [
        {
          kind: 'select' as const,
          name: 'secondTo',
          label: 'If it is a second rating: of which?',
          hint: 'Two people who rate for themselves see more than one.',
          choices: seconds,
        },
      ]),
  ...skills.flatMap((skill): FormField[] => {
    const onlyIf = { name: skillField('score', skill.domain), is: rated };
    return [
      scoreField(skill),
      {
        kind: 'select',
        name: skillField('how', skill.domain),
        label: `${skill.name}: how do you know?`,
        choices: Object.entries(evidenceWords).map(([value, text]) => ({ value, text })),
        needed: `Choose how you know it of ${skill.name.toLowerCase()}`,
        onlyIf,
      },
      {
        kind: 'words',
        name: skillField('words', skill.domain),
        label: `${skill.name}: what did you see?`,
        most: 300,
        rows: 2,
        needed: `Write what you saw of ${skill.name.toLowerCase()}`,
        onlyIf,
      },
    ];
  }),
];

/** What is wrong beyond each answer: a rating rates something. */
export function wrongRating(skills: readonly SkillAsked[], answers: Answers): FieldError[] {
  const [first] = skills;
  const isEmpty = skills.every(({ domain }) => answers[skillField('score', domain)] === undefined);
  return first && isEmpty
    ? [{ field: skillField('score', first.domain), message: 'Rate at least one skill' }]
    : [];
}

/** The scores of a form, and what they rest on, as they are recorded. */
export function ratingOf(skills: readonly SkillAsked[], answers: Answers) {
  const given = skills.flatMap(({ domain }) => {
    const score = answers[skillField('score', domain)];
    return score === undefined ? [] : [{ domain, score: Number(score) }];
  });
  const evidence = given.flatMap(({ domain }) => {
    const kind = answers[skillField('how', domain)];
    const words = answers[skillField('words', domain)];
    return kind === undefined || words === undefined ? [] : [[domain, { kind, words }] as const];
  });
  return {
    scores: Object.fromEntries(given.map(({ domain, score }) => [domain, score])),
    ...(evidence.length > 0 && { evidence: Object.fromEntries(evidence) }),
  };
}
