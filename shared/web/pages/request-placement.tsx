import { AskedField } from '../components/asked-field.tsx';
import { Button, ButtonLink } from '../components/button.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { TaskList } from '../components/task-list.tsx';
import { paths, pathTo } from '../paths.ts';
import type { Task } from '../request-placement/task.ts';
import type { Section } from '../request-placement/tasks.ts';
import { counted } from '../words.ts';

interface OverviewProps {
  readonly sections: readonly Section[];
  readonly isDone: (task: Task) => boolean;
  readonly hasBegun: boolean;
  readonly token: string;
}

/** What a request for a place consists of, and how far it is. */
export function RequestPlacementTasks({ sections, isDone, hasBegun, token }: OverviewProps) {
  const tasks = sections.flatMap((section) => section.tasks);
  const open = tasks.filter((task) => !task.optional && !isDone(task));
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">Request a placement</h1>
        <p class="govuk-body">
          Ask for a home for a patient of your ward. It takes about 20 minutes. Each part is saved when you
          continue, and kept for 30 days.
        </p>
        <p class="govuk-body">
          {open.length === 0
            ? 'All parts are done. Check your answers, then send the request.'
            : `You have ${counted(open.length, 'part')} left to do.`}
        </p>
        {sections.map(({ heading, tasks: within }, at) => (
          <section key={heading}>
            <h2 class="govuk-heading-m">{heading}</h2>
            <TaskList idPrefix={`part-${at + 1}`} tasks={within.map((task) => itemOf(task, isDone(task)))} />
          </section>
        ))}
        {open.length === 0 && <ButtonLink text="Check your answers" href={paths.requestPlacementCheck} />}
        {hasBegun && (
          <Form action={paths.requestPlacement} token={token}>
            <Button text="Delete these answers and start again" kind="secondary" />
          </Form>
        )}
      </div>
    </div>
  );
}

function itemOf({ id, title, hint, optional }: Task, done: boolean) {
  return {
    ...{ title, hint, href: pathTo('requestPlacementTask', { task: id }) },
    status: done
      ? { text: 'Completed' }
      : optional
        ? { tag: 'Optional', colour: 'grey' as const }
        : { tag: 'To do', colour: 'blue' as const },
  };
}

interface TaskPageProps {
  readonly action: string;
  readonly task: Task;
  readonly isKnown: boolean;
  readonly form: URLSearchParams;
  readonly errors: readonly FieldError[];
  readonly token: string;
}

export function RequestPlacementTask({ action, task, isKnown, form, errors, token }: TaskPageProps) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1 class="govuk-heading-l">{task.title}</h1>
        {task.intro !== undefined && <p class="govuk-body">{task.intro}</p>}
        {isKnown && task.optional && (
          <p class="govuk-body">
            This person has a record here. Answer this part only if something has changed since; what is on
            the record is used otherwise.
          </p>
        )}
        <Form action={action} token={token}>
          {task.fields.map((field) => (
            <AskedField key={field.name} {...{ field, form, errors }} />
          ))}
          <Button text="Save and continue" />
        </Form>
      </div>
    </div>
  );
}
