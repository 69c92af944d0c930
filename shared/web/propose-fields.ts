import type { Choice } from './components/choices.tsx';
import type { FieldError } from './components/error-summary.tsx';
import type { Answers, FormField } from './form-fields.ts';

/** Letters the reason of whoever passes the suggestion over has at least and at most. */
const reasonLength = { least: 20, most: 1000 } as const;

/** Other rooms that may be shown at most. */
export const mostChosen = 3;

/**
 * @param others rooms that fit the person too
 * @param passesOver whether the plan suggests somebody else for the room
 */
export const proposeFields = (others: readonly Choice[], passesOver: boolean): readonly FormField[] => [
  {
    kind: 'day',
    name: 'moveOn',
    label: 'What would be the first night in the room?',
    what: 'the first night',
    needed: 'Enter the first night',
    within: { from: 0, to: 730 },
  },
  ...(others.length === 0
    ? []
    : [
        {
          kind: 'checkboxes' as const,
          name: 'alternatives',
          label: 'Which other rooms should they be shown?',
          hint: 'Up to three. If you choose none, they are shown those of the plan.',
          choices: others,
        },
      ]),
  ...(passesOver
    ? [
        {
          kind: 'words' as const,
          name: 'insteadBecause',
          label: 'Why this person?',
          hint: 'The plan suggests somebody else for the room. The panel reads your reason first. Do not name anybody.',
          most: reasonLength.most,
          needed: 'Write why you propose this person',
        },
      ]
    : []),
];

/** What is wrong beyond each answer. */
export function wrongProposal({ alternatives, insteadBecause }: Answers): FieldError[] {
  const tooMany = (alternatives?.split(',') ?? []).length > mostChosen;
  const tooShort = insteadBecause !== undefined && insteadBecause.length < reasonLength.least;
  return [
    ...(tooMany ? [{ field: 'alternatives', message: `Choose ${mostChosen} rooms or fewer` }] : []),
    ...(tooShort
      ? [{ field: 'insteadBecause', message: `Your reason must be ${reasonLength.least} characters or more` }]
      : []),
  ];
}

/** @param links how many moves the plan has made depend on each other */
export const adoptFields = (links: number, mayBeAlone: boolean): readonly FormField[] =>
  links < 2 || !mayBeAlone
    ? []
    : [
        {
          kind: 'radios',
          name: 'whole',
          label: 'What do you adopt?',
          choices: [
            { value: 'yes', text: `All ${links} moves`, hint: 'They are proposed and decided as one.' },
            { value: 'no', text: 'This move alone', hint: 'The other people wait for a new plan.' },
          ],
          needed: 'Choose what you adopt',
        },
      ];
