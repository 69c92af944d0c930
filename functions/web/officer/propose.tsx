import { type Day, londonDay, sayDay } from '../../../shared/domain/day.ts';
import { PersonId, Reference } from '../../../shared/domain/ids.ts';
import { refuse } from '../../../shared/domain/outcome.ts';
import { refusalWords } from '../../../shared/domain/refusal-words.ts';
import type { Refusal } from '../../../shared/domain/refusals.ts';
import { personOptions } from '../../../shared/usecases/matching/person-options.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { HandMade, proposeMove } from '../../../shared/usecases/proposals/propose-move.ts';
import type { Choice } from '../../../shared/web/components/choices.tsx';
import type { FieldError } from '../../../shared/web/components/error-summary.tsx';
import { type Answers, type FormField, formOfAnswers, readFields } from '../../../shared/web/form-fields.ts';
import { type NeedProfile, needProfile } from '../../../shared/web/need-profile.ts';
import { ProposePage } from '../../../shared/web/pages/propose.tsx';
import { pathTo } from '../../../shared/web/paths.ts';
import { proposeFields, wrongProposal } from '../../../shared/web/propose-fields.ts';
import { type Answer, type AskedBy, type Page, reading, refOf, writing } from '../page.ts';
import { type FoundOptions, findOptions, madeAlready } from './find-vacancy.ts';

/** Proposing somebody an officer chose, with other rooms to show and their own reason. */
export const proposePage: Page = {
  path: 'propose',
  action: 'proposals.make',
  at: 'vacancies',
  get: (asked) => withCandidate(asked, (found) => show(asked, found)),
  async post(asked) {
    const made = await madeAlready(asked);
    if (made !== null) return { goTo: made };
    return withCandidate(asked, async (found) => {
      const read = readFields(found.fields, asked.form, londonDay(asked.now));
      const errors = [...read.errors, ...wrongProposal(read.answers)];
      if (errors.length > 0) return show(asked, found, errors, asked.form.get('key'));
      const proposed = await proposeMove(asked.deps, callOf(asked, found, read.answers));
      if (!proposed.ok) return show(asked, found, [refused(proposed.refusal)]);
      const [proposal] = proposed.value.proposals;
      return proposal ? { goTo: pathTo('proposalMade', { proposalId: proposal.id }) } : refuse('not-found');
    });
  },
};

const refused = (refusal: Refusal): FieldError => {
  const { sentence, fix } = refusalWords[refusal];
  return { field: 'moveOn-day', message: `${sentence} ${fix}` };
};

interface Candidate extends FoundOptions {
  readonly personId: PersonId;
  readonly requestId: FoundOptions['options']['couldLiveHere'][number]['requestId'];
  readonly profile: NeedProfile;
  readonly because: string;
  readonly fields: readonly FormField[];
  /** The first night there can be, as a form offers it. */
  readonly first: Day;
}

/** Somebody who fits the room; whoever does not reads like somebody who is not there. */
async function withCandidate(
  asked: AskedBy,
  run: (found: Candidate) => Answer | Promise<Answer>,
): Promise<Answer> {
  const personId = refOf(PersonId, asked.refs.personId);
  if (!personId.ok) return personId;
  const found = await findOptions(asked);
  if (!found.ok) return found;
  const { options } = found.value;
  const candidate = options.couldLiveHere.find((one) => one.personId === personId.value);
  const person = await readPerson(asked.deps, reading(asked, { personId: personId.value }, {}));
  if (!person.ok) return person;
  if (!candidate) return refuse('not-found');
  const passesOver = options.suggestion !== null && options.suggestion.personId !== personId.value;
  const rooms = await roomsOf(asked, personId.value);
  return run({
    ...found.value,
    personId: personId.value,
    requestId: candidate.requestId,
    profile: needProfile(person.value),
    because: candidate.because,
    fields: proposeFields(otherRooms(rooms, options.roomId), passesOver),
    first: rooms.find(({ roomId }) => roomId === options.roomId)?.day ?? londonDay(asked.now),
  });
}

/** Rooms offered beside the one proposed, best first. */
const mostOffered = 6;

async function roomsOf(asked: AskedBy, personId: PersonId) {
  const found = await personOptions(asked.deps, reading(asked, { personId }, {}));
  return found.ok ? found.value.rooms : [];
}

function otherRooms(rooms: Awaited<ReturnType<typeof roomsOf>>, roomId: string): Choice[] {
  return rooms
    .filter((one) => one.roomId !== roomId)
    .slice(0, mostOffered)
    .map((one) => ({
      value: one.roomId,
      text: one.roomId,
      hint: `From ${sayDay(one.day)}. Fit: ${one.points}`,
    }));
}

/** The same key however often the form is sent; another once it has been refused. */
function callOf(asked: AskedBy, { requestId, options }: Candidate, answers: Answers) {
  const { moveOn, alternatives, insteadBecause = null } = answers;
  const body = HandMade.parse({
    ...{ requestId, roomId: options.roomId, moveOn, insteadBecause },
    ...(alternatives !== undefined && { alternatives: alternatives.split(',') }),
  });
  const key = Reference.safeParse(asked.form.get('key')).data ?? asked.deps.writing.newId('sent');
  return writing(asked, 'propose move', { params: {}, body, key });
}

function show(
  asked: AskedBy,
  found: Candidate,
  errors: readonly FieldError[] = [],
  key: string | null = null,
): Answer {
  const { vacancyId, personId, room, profile, because, fields, first } = found;
  return {
    title: 'Propose a home',
    status: errors.length > 0 ? 422 : 200,
    back: pathTo('whoCouldLiveHere', { vacancyId }),
    show: (
      <ProposePage
        heading="Propose a home"
        rows={[
          { key: 'Room', value: room },
          { key: 'Person', value: personId },
          { key: 'About', value: profile.about },
          { key: 'Needs', value: profile.needs },
          { key: 'Risks', value: profile.risks },
          { key: 'Place in the order', value: because },
        ]}
        {...{ fields, errors }}
        button="Propose this home"
        action={pathTo('propose', { vacancyId, personId })}
        form={errors.length > 0 ? asked.form : formOfAnswers(fields, { moveOn: first })}
        sendKey={Reference.safeParse(key).data ?? asked.deps.writing.newId('sent')}
        token={asked.viewer.formToken}
      />
    ),
  };
}
