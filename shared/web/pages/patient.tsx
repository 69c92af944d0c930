import type { ComponentChildren } from 'preact';
import type { PlacementRequest } from '../../domain/placement-request.ts';
import { ButtonLink } from '../components/button.tsx';
import { Details } from '../components/details.tsx';
import { IdentityBar } from '../components/moj.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { WarningText } from '../components/warning-text.tsx';
import { paths } from '../paths.ts';
import type { Step } from '../request-progress.ts';
import { requestStanding } from '../request-words.ts';
import { counted } from '../words.ts';

/** What can be done next, with where. */
export interface Way {
  readonly text: string;
  readonly href: string;
}

/** One patient’s way to a home, as their ward sees it. */
export interface PatientProps {
  readonly who: string;
  readonly reference: string;
  /** What was just done; null where nothing was. */
  readonly done: string | null;
  readonly status: PlacementRequest['status'];
  /** Whose turn it is, and what they do. */
  readonly turn: { readonly who: string; readonly next: string };
  /** What is asked of the ward; null where nothing is. */
  readonly question: { readonly text: string; readonly answerAt: string } | null;
  /** What is late; null where nothing is. */
  readonly overdue: string | null;
  /** What the plan holds for them while they wait; null where nobody needs it. */
  readonly prospect: string | null;
  /** What they are to be asked: what they think of a home, or whether they take it. */
  readonly toAsk: readonly Way[];
  readonly steps: readonly Step[];
  readonly waiting: readonly SummaryRow[];
  readonly delayByReason: readonly { readonly reason: string; readonly days: number }[];
  readonly ways: readonly Way[];
  readonly leaving: readonly SummaryRow[];
  readonly leavingWays: readonly Way[];
  readonly asked: readonly SummaryRow[];
  readonly answers: readonly { readonly question: string; readonly answer: string; readonly on: string }[];
}

export function PatientPage(props: PatientProps) {
  const { who, reference, done, status, turn, question, overdue, prospect, toAsk } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        {done !== null && <NotificationBanner kind="success" text={done} />}
        <IdentityBar title={who === reference ? reference : `${who} · ${reference}`} />
        <h1 class="govuk-heading-l">Finding a home</h1>
        <p class="govuk-body">
          <Tag text={requestStanding[status].text} colour={requestStanding[status].colour} />
        </p>
        {overdue !== null && <WarningText text={overdue} />}
        {question ? (
          <Part heading="A question for you">
            <div class="govuk-inset-text app-as-written">{question.text}</div>
            <ButtonLink text="Answer the question" href={question.answerAt} />
          </Part>
        ) : (
          <p class="govuk-body">
            <strong>{turn.who}:</strong> {turn.next}
          </p>
        )}
        {toAsk.length > 0 && <Ways ways={toAsk} areMain />}
        {prospect !== null && (
          <Part heading="What the plan says">
            <p class="govuk-body">{prospect}</p>
            <p class="govuk-body">
              A plan decides nothing.{' '}
              <a class="govuk-link" href={paths.howMatchingWorks}>
                How matching works
              </a>
            </p>
          </Part>
        )}
        <Part heading="How far it is">
          <Steps steps={props.steps} />
        </Part>
        <Part heading="Days waiting">
          <SummaryList rows={props.waiting} />
          <ByReason rows={props.delayByReason} />
          <Ways ways={props.ways} />
        </Part>
        <Part heading="Leaving hospital">
          <SummaryList rows={props.leaving} />
          <Ways ways={props.leavingWays} />
        </Part>
        <Part heading="The request">
          <SummaryList rows={props.asked} />
          {props.answers.length > 0 && (
            <Details summary="Questions you have answered">
              {props.answers.map((one) => (
                <div key={one.on + one.question}>
                  <p class="govuk-body govuk-!-font-weight-bold app-as-written">{one.question}</p>
                  <p class="govuk-body app-as-written">{one.answer}</p>
                  <p class="govuk-hint">Answered on {one.on}</p>
                </div>
              ))}
            </Details>
          )}
        </Part>
      </div>
    </div>
  );
}

function Part({ heading, children }: { readonly heading: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h2 class="govuk-heading-m">{heading}</h2>
      {children}
    </section>
  );
}

function Ways({ ways, areMain = false }: { readonly ways: readonly Way[]; readonly areMain?: boolean }) {
  return (
    <div class="govuk-button-group">
      {ways.map(({ text, href }) => (
        <ButtonLink key={href} text={text} href={href} kind={areMain ? undefined : 'secondary'} />
      ))}
    </div>
  );
}

const stepWords = { done: 'Done', now: 'Now', later: 'Not yet' } as const;
const stepColours = { done: 'green', now: 'blue', later: 'grey' } as const;

function Steps({ steps }: { readonly steps: readonly Step[] }) {
  if (steps.length === 0)
    return <p class="govuk-body">This request is over. Nobody is looking for a home.</p>;
  return (
    <ol class="app-steps">
      {steps.map(({ text, state }) => (
        <li key={text} class="app-steps__step" aria-current={state === 'now' ? 'step' : undefined}>
          <span>{text}</span> <Tag text={stepWords[state]} colour={stepColours[state]} />
        </li>
      ))}
    </ol>
  );
}

function ByReason({ rows }: { readonly rows: PatientProps['delayByReason'] }) {
  if (rows.length < 2) return null;
  return (
    <Table
      caption="Days of delay, by reason"
      captionClass="govuk-table__caption--s"
      firstIsName
      columns={[{ text: 'Reason' }, { text: 'Days', isNumber: true }]}
      rows={[
        ...rows.map(({ reason, days }) => [reason, days]),
        [
          'In all',
          counted(
            rows.reduce((sum, { days }) => sum + days, 0),
            'day',
          ),
        ],
      ]}
    />
  );
}
