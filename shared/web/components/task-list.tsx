import { classes } from './classes.ts';
import { Tag, type TagColour } from './tag.tsx';

export interface TaskItem {
  readonly title: string;
  /** None while it cannot be started. */
  readonly href?: string | undefined;
  readonly hint?: string | undefined;
  /** A tag where something is to be done, plain words where it is done or cannot be started. */
  readonly status:
    | { readonly tag: string; readonly colour?: TagColour | undefined }
    | { readonly text: string; readonly cannotStart?: boolean | undefined };
}

interface TaskListProps {
  readonly idPrefix: string;
  readonly tasks: readonly TaskItem[];
}

/** What there is to do, in any order, and how far each of it is. */
export function TaskList({ idPrefix, tasks }: TaskListProps) {
  return (
    <ul class="govuk-task-list">
      {tasks.map((task, at) => (
        <OneTask key={task.title} id={`${idPrefix}-${at + 1}`} {...task} />
      ))}
    </ul>
  );
}

function OneTask({ id, title, href, hint, status }: TaskItem & { readonly id: string }) {
  const cannotStart = 'text' in status && status.cannotStart;
  return (
    <li class={classes('govuk-task-list__item', href !== undefined && 'govuk-task-list__item--with-link')}>
      <div class="govuk-task-list__name-and-hint">
        {href === undefined ? (
          <div>{title}</div>
        ) : (
          <a
            class="govuk-link govuk-task-list__link"
            href={href}
            aria-describedby={classes(hint && `${id}-hint`, `${id}-status`)}
          >
            {title}
          </a>
        )}
        {hint !== undefined && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {hint}
          </div>
        )}
      </div>
      <div
        class={classes('govuk-task-list__status', cannotStart && 'govuk-task-list__status--cannot-start-yet')}
        id={`${id}-status`}
      >
        {'tag' in status ? <Tag text={status.tag} colour={status.colour} /> : status.text}
      </div>
    </li>
  );
}
