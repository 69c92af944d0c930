import { type Day, sayDay } from '../../domain/day.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { counted } from '../words.ts';

/** Says what sending the papers out means, and does it. */
export function CirculatePage({
  on,
  cases,
  isSentOut,
  problem,
  version,
  action,
  token,
  sendKey,
}: {
  readonly on: Day;
  readonly cases: number;
  readonly isSentOut: boolean;
  /** Why they could not be sent out. */
  readonly problem: string | null;
  readonly version: number;
  readonly action: string;
  readonly token: string;
  readonly sendKey: string;
}) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={problem === null ? [] : [{ field: 'send-out', message: problem }]} />
        <h1 class="govuk-heading-l">Send out the papers</h1>
        {isSentOut ? (
          <p class="govuk-body" id="send-out">
            The papers of the panel on {sayDay(on)} are out already.
          </p>
        ) : (
          <>
            <p class="govuk-body">
              The panel on {sayDay(on)} has {counted(cases, 'case')}. What is known of each is kept the way it
              is now, and its members are told that they can read it. It cannot be taken back.
            </p>
            <p class="govuk-body">If facts change later, each case says what changed.</p>
            <div id="send-out">
              <Form action={action} token={token}>
                <input type="hidden" name="key" value={sendKey} />
                <input type="hidden" name="version" value={String(version)} />
                <Button text="Send out the papers" />
              </Form>
            </div>
          </>
        )}
      </div>
    </div>
  );
}
