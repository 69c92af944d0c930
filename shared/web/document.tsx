import type { ComponentChildren } from 'preact';
import type { Role } from '../domain/member.ts';
import { ServiceNavigation } from './components/service-navigation.tsx';
import { BackLink, Breadcrumbs, type Crumb, SkipLink } from './components/ways.tsx';
import { type PathName, paths, pathTo } from './paths.ts';
import { waysFor } from './ways-for.ts';

/** Who reads a page, so far as every page shows it. */
export interface Viewer {
  readonly roles: readonly Role[];
  /** Proves that a form came from one of our pages, in this session. */
  readonly formToken: string;
}

/** What every page has around its own content. */
export interface PageProps {
  /** What the page is about, as its tab reads. */
  readonly title: string;
  /** Whether something is wrong with what was sent. */
  readonly hasErrors?: boolean;
  /** Nobody is signed in: null. */
  readonly viewer: Viewer | null;
  /** The path the page is at, where it is one of the ways in the menu. */
  readonly at?: PathName;
  readonly stylesheet: string;
  /** Where the link back leads, in a task of several pages. */
  readonly back?: string | undefined;
  /** Where the page stands below others. */
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly children: ComponentChildren;
}

/** What people call what they do here. */
export const roleWords: Readonly<Record<Role, string>> = {
  housingOfficer: 'Housing officer',
  wardCoordinator: 'Ward discharge coordinator',
  supportWorker: 'Support worker',
  panelMember: 'Panel member',
  panelChair: 'Panel chair',
  providerManager: 'Provider manager',
  programmeLead: 'Programme lead',
  auditor: 'Auditor',
  systemAdmin: 'System admin',
};

/** A whole page. It needs no script, and loads nothing but one stylesheet from the same address. */
export function Document({
  title,
  hasErrors = false,
  viewer,
  at,
  stylesheet,
  back,
  crumbs,
  children,
}: PageProps) {
  const ways = waysFor(viewer?.roles ?? []).map((way) => ({ ...way, isCurrent: way.name === at }));
  return (
    <html lang="en" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${hasErrors ? 'Error: ' : ''}${title} – Homeward`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="data:," />
      </head>
      <body class="govuk-template__body">
        <SkipLink href="#main-content" text="Skip to main content" />
        <header class="app-header">
          <ServiceNavigation name="Homeward" href={pathTo('start')} destinations={ways} />
          {viewer && <SignedInAs viewer={viewer} />}
        </header>
        <div class="govuk-width-container">
          {back !== undefined && (
            <nav aria-label="Back">
              <BackLink href={back} />
            </nav>
          )}
          {crumbs && <Breadcrumbs crumbs={crumbs} />}
          <main class="govuk-main-wrapper" id="main-content" tabIndex={-1}>
            {children}
          </main>
        </div>
        <Footer />
      </body>
    </html>
  );
}

function SignedInAs({ viewer: { roles, formToken } }: { readonly viewer: Viewer }) {
  return (
    <div class="govuk-width-container app-signed-in">
      <p class="app-signed-in__who">
        {`Signed in as ${listed(roles.map((role) => roleWords[role].toLowerCase()))}`}
      </p>
      <form method="post" action={paths.signOut}>
        <input type="hidden" name="formToken" value={formToken} />
        <button type="submit" class="app-signed-in__out">
          Sign out
        </button>
      </form>
    </div>
  );
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

function Footer() {
  return (
    <footer class="app-footer">
      <div class="govuk-width-container">
        <h2 class="govuk-visually-hidden">About this service</h2>
        <ul class="app-footer__links">
          <li>
            <a class="govuk-link" href={paths.howMatchingWorks}>
              How matching works
            </a>
          </li>
          <li>
            <a class="govuk-link" href={paths.accessibility}>
              Accessibility
            </a>
          </li>
          <li>
            <a class="govuk-link" href={paths.privacy}>
              Privacy
            </a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
