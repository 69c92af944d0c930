export interface TimelineItem {
  readonly title: string;
  readonly by?: string | undefined;
  /** The moment, for machines. */
  readonly at: string;
  /** The moment, for people. */
  readonly when: string;
  readonly text: string;
}

/** What happened, one thing under the other: the Ministry of Justice's timeline. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <div class="moj-timeline">
      {items.map(({ title, by, at, when, text }) => (
        <div class="moj-timeline__item" key={`${at} ${text}`}>
          <div class="moj-timeline__header">
            <h2 class="moj-timeline__title">{title}</h2>
            {by !== undefined && <p class="moj-timeline__byline">by {by}</p>}
          </div>
          <p class="moj-timeline__date">
            <time datetime={at}>{when}</time>
          </p>
          <div class="moj-timeline__description">{text}</div>
        </div>
      ))}
    </div>
  );
}
