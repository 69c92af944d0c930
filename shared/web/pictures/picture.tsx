import type { ComponentChildren } from 'preact';
import { colours } from './colours.ts';

interface PictureProps {
  /** Of its title and description on the page. */
  readonly id: string;
  readonly title: string;
  /** What it shows, for whoever does not see it; a table beside it has every number. */
  readonly description: string;
  /** Size of its drawing in its own units, which are pixels on a phone 320 wide. */
  readonly width: number;
  readonly height: number;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A picture made here, on paper of its own: it looks the same whatever colours a reader has chosen. */
export function Picture({ id, title, description, width, height, class: more, children }: PictureProps) {
  return (
    <svg
      class={more ?? 'app-picture'}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      viewBox={`0 0 ${width} ${height}`}
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <rect x="0" y="0" width={width} height={height} fill={colours.paper} />
      {children}
    </svg>
  );
}

/** Words in a picture, cut where they would run out of it; what is cut off stands in the table. */
export function fitted(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}

/** A number with at most one place after its point, so that a page is no longer than it needs to be. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;
