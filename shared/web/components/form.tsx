import type { ComponentChildren } from 'preact';

/** A form of ours. The token proves that it came from a page of this session. */
export function Form({
  action,
  token,
  children,
}: {
  /** Named always: a form that goes to its own page takes along where on it somebody is, and the errors lose the focus. */
  readonly action: string;
  readonly token: string;
  readonly children: ComponentChildren;
}) {
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="formToken" value={token} />
      {children}
    </form>
  );
}
