import type { ComponentChildren } from 'preact';
import { paths } from '../paths.ts';

/** A page to read: nothing is asked on it. */
function Reading({ heading, children }: { readonly heading: string; readonly children: ComponentChildren }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{heading}</h1>
        {children}
      </div>
    </div>
  );
}

const Part = ({ heading, children }: { readonly heading: string; readonly children: ComponentChildren }) => (
  <>
    <h2 class="govuk-heading-m">{heading}</h2>
    {children}
  </>
);

const Said = ({ children }: { readonly children: ComponentChildren }) => <p class="govuk-body">{children}</p>;

const List = ({ items }: { readonly items: readonly ComponentChildren[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {items.map((item) => (
      <li key={String(item)}>{item}</li>
    ))}
  </ul>
);

export function SignedOutPage() {
  return (
    <Reading heading="You are signed out">
      <Said>If others use this computer, also close the browser.</Said>
      <Said>
        <a class="govuk-link" href={paths.signIn}>
          Sign in again
        </a>
      </Said>
    </Reading>
  );
}

export function AccessibilityPage() {
  return (
    <Reading heading="Accessibility">
      <Said>We want everybody who works with Homeward to be able to use these pages.</Said>
      <Part heading="What you can do">
        <List
          items={[
            'use every page with a keyboard alone',
            'use every page without JavaScript: there is none',
            'read every page on a phone, without scrolling sideways',
            'make text larger or change colours in your browser',
            'use a screen reader',
            'print any page',
          ]}
        />
      </Part>
      <Part heading="How we test">
        <Said>
          Each page is opened in Chromium when the software is tested, and checked by axe against the Web
          Content Accessibility Guidelines 2.2, level AA. It finds no failures. Such a check finds only some
          problems. Nobody has yet tested the pages with people who use assistive technology.
        </Said>
      </Part>
      <Part heading="What does not work yet">
        <List
          items={[
            'The page at which you sign in is made by others, unless this is a demo. We have not tested it.',
            'No page is offered in Easy Read or in other languages.',
          ]}
        />
      </Part>
      <Part heading="If something stands in your way">
        <Said>
          Tell the programme lead of your partnership. They can have it put right, or give you the same
          another way.
        </Said>
      </Part>
    </Reading>
  );
}

export function PrivacyPage() {
  return (
    <Reading heading="Privacy">
      <Said>
        This page says what Homeward keeps of the people it finds homes for, and of those who use it. Your
        partnership decides why the information is used, and has its own privacy notice.
      </Said>
      <Part heading="What is kept of a person">
        <List
          items={[
            'their name, date of birth and NHS number, apart from everything else',
            'what they need from a home, how ready they are, risks, and whom or where they must not live near',
            'what they want, and what they said about each home in their own words',
            'requests, proposals, decisions and moves',
          ]}
        />
        <Said>
          The part that works out matches reads no names, birth dates of others, addresses or NHS numbers.
        </Said>
      </Part>
      <Part heading="Who sees it">
        <Said>
          Only members of your partnership, and of them only those whose role and case call for it. Others see
          what a home would have to offer, and not who it is for. Each time somebody opens a name, that is
          noted.
        </Said>
      </Part>
      <Part heading="How long">
        <Said>
          Every change is kept with who made it and when, and nobody can alter or delete that. A note of who
          opened a name is kept for two years, and a form you have begun for 30 days.
        </Said>
      </Part>
      <Part heading="Cookies">
        <Said>
          We use two cookies. One holds a random number while you sign in, for ten minutes. The other holds a
          random number while you are signed in: until you sign out, are away for 15 minutes, or 8 hours have
          passed. We use no other cookies, and nothing here follows what you do elsewhere.
        </Said>
      </Part>
      <Part heading="Your questions">
        <Said>
          Ask the programme lead of your partnership to see what is kept of you, or to put it right.
        </Said>
      </Part>
    </Reading>
  );
}

export function HowMatchingWorksPage() {
  return (
    <Reading heading="How matching works">
      <Said>
        Homeward suggests who could live where. It never decides. People propose a move, the person says what
        they think, and a panel decides.
      </Said>
      <Part heading="1. Checks">
        <Said>
          For each person and each room, every rule is checked: the law, what the home can do, and what the
          person must have or must avoid. If one rule fails, the room is not suggested. If nobody has recorded
          an answer, the check does not pass. It names the question to ask.
        </Said>
      </Part>
      <Part heading="2. Points">
        <Said>
          If every check passes, the match gets points for how well it fits: the person’s choice, support,
          location, readiness, continuity, household and affordability. The points add up to the total, and
          each has a sentence that says what it rests on.
        </Said>
        <Said>
          No points are given or taken for who somebody is (their ethnicity, religion or sex, for example),
          nor for how long they have waited.
        </Said>
      </Part>
      <Part heading="3. The plan">
        <Said>
          All matches are weighed together. The plan puts urgent needs first, then the best fit, then the
          longest wait. It may suggest a chain: somebody moves on, and the room they leave goes to the next
          person. Nobody who has a bed loses it. The plan carries a proof of how good it is that can be
          checked.
        </Said>
      </Part>
      <Part heading="4. People decide">
        <Said>
          Whoever proposed a move cannot approve it, and neither can anybody who asked for the place or works
          with the person. If a fact changes, the panel is told what changed before it decides. A no from the
          person stops the move and costs them nothing.
        </Said>
      </Part>
      <Part heading="What it does not do">
        <List
          items={[
            'It does not predict how somebody will get on.',
            'It makes no judgement about health.',
            'It measures distance in a straight line between postcode areas, not travel time.',
            'Points and limits are a starting point for each partnership to agree.',
          ]}
        />
      </Part>
    </Reading>
  );
}
