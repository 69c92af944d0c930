import { type Day, sayDay } from '../../domain/day.ts';
import { ViewObtained } from '../../domain/person-view.ts';
import { Button } from '../components/button.tsx';
import { Checkboxes, Radios } from '../components/choices.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { Input } from '../components/input.tsx';
import { IdentityBar } from '../components/moj.tsx';
import { Textarea } from '../components/textarea.tsx';
import { obtainedWords, unaskedWords, viewWords } from '../placing-words.ts';
import { mostWords } from '../view-said.ts';

interface ViewProps {
  readonly title: string;
  readonly home: string;
  readonly moveOn: Day;
  /** The other rooms that fitted when the move was proposed, and are to be told of too; null where no plan says. */
  readonly others: readonly { readonly roomId: string; readonly text: string }[] | null;
  readonly said: URLSearchParams;
  readonly errors: readonly FieldError[];
  readonly action: string;
  readonly token: string;
  /** Stands for this answer, however often it is sent. */
  readonly sendKey: string;
}

const answers = ['yes', 'no', 'wantsToTalk', 'didNotWantToSay', 'couldNotBeAsked'] as const;
const unaskedReasons = ['cannotBeReached', 'lacksCapacity', 'urgent'] as const;
const hints: Readonly<Partial<Record<(typeof answers)[number], string>>> = {
  no: 'It stops this move and costs them nothing.',
  wantsToTalk: 'The move waits until they have.',
};

export function ViewPage({ title, home, moveOn, others, said, errors, action, token, sendKey }: ViewProps) {
  const wrong = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;
  const text = (name: string) => ({ id: name, name, error: wrong(name), value: said.get(name) ?? undefined });
  const small = { legendClass: 'govuk-fieldset__legend--s', labelClass: 'govuk-label--s' } as const;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <IdentityBar title={title} />
        <h1 class="govuk-heading-l">What do they think of {home}?</h1>
        <p class="govuk-body">
          The move would be on {sayDay(moveOn)}. The panel reads their words before anything else. Write down
          the very words.
        </p>
        <Form action={action} token={token}>
          <input type="hidden" name="key" value={sendKey} />
          <Radios
            {...text('answer')}
            label="Their answer"
            legendClass="govuk-fieldset__legend--m"
            choices={answers.map((one) => ({ value: one, text: viewWords[one], hint: hints[one] }))}
          />
          <Textarea
            {...text('words')}
            label="Their own words"
            labelClass="govuk-label--s"
            hint="Leave it empty if they gave none."
            most={mostWords}
          />
          <Radios
            {...text('obtained')}
            legendClass={small.legendClass}
            label="How they told you"
            choices={ViewObtained.options.map((one) => ({ value: one, text: capital(obtainedWords[one]) }))}
          />
          <Others others={others} said={said} />
          <Radios
            {...text('because')}
            legendClass={small.legendClass}
            label="If they could not be asked: why"
            choices={unaskedReasons.map((one) => ({ value: one, text: unaskedWords[one] }))}
          />
          <Input
            {...text('record')}
            labelClass={small.labelClass}
            label="If they lack capacity: reference of the best-interests record"
          />
          <Button text="Record what they think" />
        </Form>
      </div>
    </div>
  );
}

/** A yes to the only room somebody was shown is no choice, where others would have fitted. */
function Others({ others, said }: Pick<ViewProps, 'others' | 'said'>) {
  return (
    <>
      {others !== null && others.length > 0 && (
        <Checkboxes
          id="shown"
          name="shown"
          legendClass="govuk-fieldset__legend--s"
          label="Other homes you told them about"
          hint="These fitted too. Somebody who says yes has a choice first."
          values={said.getAll('shown')}
          choices={others.map(({ roomId, text }) => ({ value: roomId, text }))}
        />
      )}
      {(others === null || others.length > 0) && (
        <Radios
          id="only-one"
          name="only-one"
          legendClass="govuk-fieldset__legend--s"
          label="If you told them about this home alone: why"
          value={said.get('only-one') ?? undefined}
          choices={[
            { value: 'askedForOne', text: 'They asked to hear of one home only' },
            { value: 'urgent', text: 'It was urgent' },
          ]}
        />
      )}
    </>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
