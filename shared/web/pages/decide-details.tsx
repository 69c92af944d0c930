import { DeclineReason } from '../../domain/declined-move.ts';
import { DateInput } from '../components/date-input.tsx';
import { Select } from '../components/select.tsx';
import { Textarea } from '../components/textarea.tsx';
import { dateBoxes } from '../date-answer.ts';
import { declineWords } from '../placing-words.ts';

interface DetailsProps {
  readonly form: URLSearchParams;
  readonly alternatives: readonly { readonly value: string; readonly text: string }[];
  /** What is wrong with the answer of a name. */
  readonly wrong: (name: string) => string | undefined;
}

/** What each decision needs besides: without a script all of it stands there, each part under when it is wanted. */
export function DecideDetails(props: DetailsProps) {
  const { form, alternatives, wrong } = props;
  const said = (name: string): string | undefined => form.get(name) ?? undefined;
  return (
    <>
      <h2 class="govuk-heading-m">If you approve</h2>
      <Textarea
        {...{ id: 'conditions', name: 'conditions', error: wrong('conditions'), value: said('conditions') }}
        label="Conditions"
        hint="Only if you approve with conditions. One on each line."
        rows={3}
        most={5000}
      />
      <Day
        {...props}
        name="review"
        label="Look at it again on"
        hint="Leave it empty if that is not needed."
      />
      <h2 class="govuk-heading-m">If you put it off</h2>
      <Textarea
        {...{ id: 'question', name: 'question', error: wrong('question'), value: said('question') }}
        label="What is missing"
        rows={3}
        most={1000}
      />
      <Day {...props} name="due" label="Needed by" hint="The clock stands still until then." />
      <h2 class="govuk-heading-m">If you decline or prefer another room</h2>
      <Select
        {...{ id: 'decline-reason', name: 'decline-reason', value: said('decline-reason') }}
        error={wrong('decline-reason')}
        label="The main reason against the move, if you decline"
        options={[
          { value: '', text: 'Choose a reason' },
          ...DeclineReason.options.map((one) => ({ value: one, text: declineWords[one] })),
        ]}
      />
      {alternatives.length > 0 && (
        <Select
          {...{ id: 'alternative', name: 'alternative', value: said('alternative') }}
          error={wrong('alternative')}
          label="The room you prefer for them"
          options={[{ value: '', text: 'Choose a room' }, ...alternatives]}
        />
      )}
    </>
  );
}

function Day({
  form,
  wrong,
  name,
  label,
  hint,
}: DetailsProps & { readonly name: string; readonly label: string; readonly hint: string }) {
  const parts = ['day', 'month', 'year'] as const;
  const marked = parts.filter((part) => wrong(`${name}-${part}`) !== undefined);
  return (
    <DateInput
      id={name}
      namePrefix={name}
      label={label}
      hint={hint}
      values={dateBoxes(form, name)}
      error={marked.map((part) => wrong(`${name}-${part}`)).find((one) => one !== undefined)}
      wrong={marked.length === 0 ? undefined : marked}
    />
  );
}
