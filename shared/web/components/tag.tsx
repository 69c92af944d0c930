import { classes } from './classes.ts';

export type TagColour =
  | 'grey'
  | 'green'
  | 'teal'
  | 'blue'
  | 'purple'
  | 'magenta'
  | 'red'
  | 'orange'
  | 'yellow';

/** How something stands, in a word or two. The colour says nothing that the words do not. */
export function Tag({ text, colour }: { readonly text: string; readonly colour?: TagColour | undefined }) {
  return <strong class={classes('govuk-tag', colour && `govuk-tag--${colour}`)}>{text}</strong>;
}
