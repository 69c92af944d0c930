import { ButtonLink } from '../components/button.tsx';
import { Details } from '../components/details.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import type { NeedProfile } from '../need-profile.ts';
import { pathTo } from '../paths.ts';
import { counted } from '../words.ts';

/** Somebody who fits the room, by their needs. */
export interface CandidateRow {
  readonly personId: string;
  readonly rank: number;
  readonly profile: NeedProfile;
  readonly waitDays: number;
  readonly points: number;
  /** Why they come where they come. */
  readonly because: string;
  /** Where the plan puts them. */
  readonly plan: string;
}

export interface WhoCouldLiveHereProps {
  readonly vacancyId: string;
  readonly room: string;
  /** Whether anybody may be suggested for it, and why, or why not. */
  readonly state: string;
  /** Whom the plan suggests, of those below; null where it suggests nobody. */
  readonly suggested: { readonly personId: string; readonly moveOn: string } | null;
  readonly candidates: readonly CandidateRow[];
  /** All who fit, those who are not named too. */
  readonly fits: number;
  readonly ruledOut: readonly {
    readonly question: string;
    readonly people: number;
    readonly sentence: string;
  }[];
  readonly nearMisses: readonly { readonly personId: string; readonly sentence: string }[];
}

export function WhoCouldLiveHerePage(props: WhoCouldLiveHereProps) {
  const { vacancyId, room, state, suggested, candidates, fits } = props;
  return (
    <>
      <h1 class="govuk-heading-l">Who could live here</h1>
      <p class="govuk-body-l">{room}</p>
      <p class="govuk-body">{state}</p>
      <Suggested {...{ vacancyId, suggested, candidates }} />
      <h2 class="govuk-heading-m">Everybody who fits, in order</h2>
      {candidates.length === 0 ? (
        <p class="govuk-body">Nobody whose request is ready fits this room now.</p>
      ) : (
        <>
          <p class="govuk-body">
            {counted(fits, 'person fits', 'people fit')} this room.
            {fits > candidates.length && ` The first ${candidates.length} are shown.`} You see what a home
            must offer them, not who they are. The fit says how well the room suits them; it is never a score
            of a person.
          </p>
          <Candidates vacancyId={vacancyId} candidates={candidates} />
        </>
      )}
      <RuledOut {...props} />
    </>
  );
}

function Suggested({
  vacancyId,
  suggested,
  candidates,
}: Pick<WhoCouldLiveHereProps, 'vacancyId' | 'suggested' | 'candidates'>) {
  const candidate = candidates.find(({ personId }) => personId === suggested?.personId);
  return (
    <section>
      <h2 class="govuk-heading-m">What the plan suggests</h2>
      {suggested === null ? (
        <p class="govuk-body">The plan suggests nobody for this room. You can propose somebody below.</p>
      ) : (
        <>
          <SummaryList
            rows={[
              { key: 'Person', value: suggested.personId },
              ...(candidate
                ? [
                    { key: 'About', value: candidate.profile.about },
                    { key: 'Needs', value: candidate.profile.needs },
                    { key: 'Why', value: candidate.because },
                  ]
                : []),
              { key: 'First night', value: suggested.moveOn },
            ]}
          />
          <ButtonLink text="Adopt this suggestion" href={pathTo('adopt', { vacancyId })} />
        </>
      )}
    </section>
  );
}

function Candidates({ vacancyId, candidates }: Pick<WhoCouldLiveHereProps, 'vacancyId' | 'candidates'>) {
  return (
    <Table
      caption="People who fit, in the order in which they would be considered"
      captionClass="govuk-visually-hidden"
      firstIsName
      stacks
      columns={[
        { text: 'Order and person' },
        { text: 'About them' },
        { text: 'Needs and risks' },
        { text: 'Days waiting', isNumber: true },
        { text: 'Fit', isNumber: true },
        { text: 'Why here in the order' },
      ]}
      rows={candidates.map(({ personId, rank, profile, waitDays, points, because, plan }) => [
        <>
          {rank}. {personId}
          <br />
          <a class="govuk-link govuk-!-font-weight-regular" href={pathTo('propose', { vacancyId, personId })}>
            Propose<span class="govuk-visually-hidden"> {personId}</span>
          </a>
        </>,
        profile.about,
        <span key="needs">
          {profile.needs}
          <br />
          <span class="app-reference-small">{profile.risks}</span>
        </span>,
        waitDays,
        points,
        <span key="why">
          {because}
          <br />
          <span class="app-reference-small">{plan}</span>
        </span>,
      ])}
    />
  );
}

function RuledOut({ ruledOut, nearMisses }: Pick<WhoCouldLiveHereProps, 'ruledOut' | 'nearMisses'>) {
  return (
    <section>
      <h2 class="govuk-heading-m">Who is ruled out, and why</h2>
      {ruledOut.length === 0 ? (
        <p class="govuk-body">No rule keeps anybody out.</p>
      ) : (
        <Table
          caption="Rules that keep people out"
          captionClass="govuk-visually-hidden"
          firstIsName
          stacks
          columns={[
            { text: 'The question a rule asks' },
            { text: 'People', isNumber: true },
            { text: 'Why' },
          ]}
          rows={ruledOut.map(({ question, people, sentence }) => [question, people, sentence])}
        />
      )}
      {nearMisses.length > 0 && (
        <Details summary="People whom one rule alone keeps out">
          <ul class="govuk-list govuk-list--bullet">
            {nearMisses.map(({ personId, sentence }) => (
              <li key={personId}>
                {personId}: {sentence}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}
