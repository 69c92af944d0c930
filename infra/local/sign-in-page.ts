import { Reference } from '../../shared/domain/ids.ts';
import { SignInAsked } from './issuer-codes.ts';

/** Somebody who can be signed in as. */
export interface Persona {
  readonly id: string;
  /** What they can do here, in a few words. */
  readonly does: string;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? '');

/** The page at which somebody says who they are in the demo: a button for each, and no password. */
export function signInPage(asked: SignInAsked, personas: readonly Persona[]): string {
  const hidden = Object.entries(asked).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`,
  );
  const rows = personas.map(
    ({ id, does }) =>
      `<dt class="app-persona"><button type="submit" class="govuk-button govuk-button--secondary" name="user" value="${escaped(id)}">${escaped(id)}</button></dt><dd class="govuk-body">${escaped(does)}</dd>`,
  );
  return `<!DOCTYPE html>
<html lang="en" class="govuk-template">
<head><meta charset="utf-8"><title>Who do you want to be? – Homeward demo</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/assets/pages.css"><link rel="icon" href="data:,"></head>
<body class="govuk-template__body"><div class="govuk-width-container">
<main class="govuk-main-wrapper"><h1 class="govuk-heading-l">Who do you want to be?</h1>
<p class="govuk-body">This is a demo on your own machine, and everybody in it is made up. Where Homeward is in use, people sign in with their own account and a second factor.</p>
<form method="post" action="/local/authorize">${hidden.join('')}<dl class="app-personas">${rows.join('')}</dl></form>
</main></div></body></html>`;
}

/** What came with a request to sign in; null unless it is one that may be answered, at an address of ours. */
export function signInAsked(parts: URLSearchParams, origin: string): SignInAsked | null {
  const asked = SignInAsked.safeParse(Object.fromEntries(parts));
  // Anywhere else would be handed a code for whoever follows a link.
  return asked.success && asked.data.redirect_uri === `${origin}/signed-in` ? asked.data : null;
}

/** Who was chosen; null when it can be nobody. */
export const chosenIn = (parts: URLSearchParams): string | null =>
  Reference.safeParse(parts.get('user')).data ?? null;

/** Where the browser goes back to, with the code. */
export function wayBack({ redirect_uri, state }: SignInAsked, code: string, issuer: string): string {
  return `${redirect_uri}?${new URLSearchParams({ code, state, iss: issuer })}`;
}
