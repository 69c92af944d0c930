import { Button } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { InterruptionCard } from '../components/interruption-card.tsx';

/** Asks once more before somebody approves what needs it; what they wrote goes along, unseen. */
export function InterruptionPage({
  special,
  form,
  action,
  token,
}: {
  readonly special: readonly string[];
  readonly form: URLSearchParams;
  readonly action: string;
  readonly token: string;
}) {
  const kept = [...form].filter(([name]) => name !== 'formToken' && name !== 'sure');
  return (
    <Form action={action} token={token}>
      {kept.map(([name, value], at) => (
        <input type="hidden" name={name} value={value} key={`${name}-${at}`} />
      ))}
      <InterruptionCard
        heading="Are you sure you want to approve this?"
        actions={
          <>
            <Button text="Yes, record my decision" name="sure" value="yes" class="govuk-button--inverse" />
            <Button text="Go back and change it" name="sure" value="no" class="govuk-button--inverse" />
          </>
        }
      >
        {special.map((text) => (
          <p class="govuk-body" key={text}>
            {text}
          </p>
        ))}
        <p class="govuk-body">Your reason has to say why the move is right all the same.</p>
      </InterruptionCard>
    </Form>
  );
}
