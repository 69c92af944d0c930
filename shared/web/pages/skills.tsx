import { type Day, sayDayShort } from '../../domain/day.ts';
import { ButtonLink } from '../components/button.tsx';
import { Details } from '../components/details.tsx';
import { IdentityBar, SubNavigation, type SubPage } from '../components/moj.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { scoreWords } from '../skill-fields.ts';
import type { Way } from './patient.tsx';

/** A skill as it was rated last. */
export interface SkillRow {
  readonly domain: string;
  readonly name: string;
  readonly rating: { readonly score: number; readonly on: Day; readonly stale: boolean } | null;
  readonly own: { readonly score: number; readonly on: Day } | null;
  readonly change: number | null;
  readonly disagreement: boolean;
  /** What workers saw, where this reader may read it. */
  readonly seen: readonly { readonly who: string; readonly how: string; readonly words: string }[];
}

/** What somebody needs for a stage that could come next. */
export interface GateRow {
  readonly stage: string;
  readonly verdict: 'met' | 'notMet' | 'unknown';
  readonly missing: readonly string[];
  readonly forecast: string;
}

interface SkillsProps {
  readonly title: string;
  readonly done: string | null;
  readonly tabs: readonly SubPage[];
  readonly skills: readonly SkillRow[];
  readonly gates: readonly GateRow[];
  readonly ways: readonly Way[];
  /** How a day that is forecast is worked out. */
  readonly method: string;
}

const verdicts = {
  met: { text: 'Ready', colour: 'green' },
  notMet: { text: 'Not yet', colour: 'yellow' },
  unknown: { text: 'Not known', colour: 'grey' },
} as const;

/** What somebody can do without help, and what that means for what comes next. */
export function SkillsPage({ title, done, tabs, skills, gates, ways, method }: SkillsProps) {
  return (
    <>
      {done !== null && <NotificationBanner kind="success" text={done} />}
      <IdentityBar title={title} />
      <SubNavigation label="About them" pages={tabs} />
      <h1 class="govuk-heading-l">Life skills</h1>
      {ways.length > 0 && (
        <div class="govuk-button-group">
          {ways.map(({ text, href }, at) => (
            <ButtonLink key={href} {...{ text, href }} kind={at === 0 ? undefined : 'secondary'} />
          ))}
        </div>
      )}
      {skills.length === 0 ? (
        <p class="govuk-body">They are in no programme that rates life skills.</p>
      ) : (
        <Table
          caption="Life skills, as they were rated last"
          captionClass="govuk-visually-hidden"
          firstIsName
          stacks
          columns={[
            { text: 'Skill' },
            { text: 'Rated by workers' },
            { text: 'Since the time before' },
            { text: 'Their own rating' },
          ]}
          rows={skills.map((skill) => [
            skill.name,
            <Rated {...skill} key="rated" />,
            skill.rating ? sayChange(skill.change) : '',
            skill.own ? `${sayScore(skill.own.score)}, ${sayDayShort(skill.own.on)}` : 'Not asked yet',
          ])}
        />
      )}
      {gates.length > 0 && <h2 class="govuk-heading-m">What could come next</h2>}
      {gates.map(({ stage, verdict, missing, forecast }) => (
        <section key={stage}>
          <h3 class="govuk-heading-s">
            {stage} <Tag {...verdicts[verdict]} />
          </h3>
          {missing.length > 0 && (
            <ul class="govuk-list govuk-list--bullet">
              {missing.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
          <p class="govuk-body">{forecast}</p>
        </section>
      ))}
      {gates.length > 0 && (
        <Details summary="How a day is forecast">
          <p class="govuk-body">{method}</p>
        </Details>
      )}
    </>
  );
}

const sayScore = (score: number): string => `${score}: ${scoreWords[score] ?? ''}`;

function sayChange(change: number | null): string {
  if (change === null) return 'First rating';
  if (change === 0) return 'The same';
  return change > 0 ? `Up ${change}` : `Down ${-change}`;
}

function Rated({ rating, disagreement, seen }: SkillRow) {
  if (!rating) return <span>Not rated yet</span>;
  return (
    <div>
      {sayScore(rating.score)}, {sayDayShort(rating.on)}{' '}
      {rating.stale && <Tag text="Too old to count" colour="yellow" />}{' '}
      {disagreement && <Tag text="Two workers differ" colour="orange" />}
      {seen.map(({ who, how, words }) => (
        <p class="govuk-body-s govuk-!-margin-bottom-1" key={`${who} ${words}`}>
          {who}: {how}. “{words}”
        </p>
      ))}
    </div>
  );
}
