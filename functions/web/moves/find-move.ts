import { StayId } from '../../../shared/domain/ids.ts';
import { done } from '../../../shared/domain/outcome.ts';
import { readBeforeMove } from '../../../shared/usecases/before-move/read-before-move.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { readStay } from '../../../shared/usecases/stays/read-stay.ts';
import { type AskedBy, reading, refOf } from '../page.ts';
import { calledBy, titleOf } from '../worker/person-title.ts';

/** An agreed move with everything a page about it tells. */
export async function findMove(asked: AskedBy) {
  const stayId = refOf(StayId, asked.refs.stayId);
  if (!stayId.ok) return stayId;
  const params = { stayId: stayId.value };
  const [before, stay] = await Promise.all([
    readBeforeMove(asked.deps, reading(asked, params, {})),
    readStay(asked.deps, reading(asked, params, {})),
  ]);
  if (!before.ok) return before;
  if (!stay.ok) return stay;
  const { personId, roomId } = stay.value.stay;
  const { homeId } = stay.value;
  const [person, home] = await Promise.all([
    readPerson(asked.deps, reading(asked, { personId }, {})),
    readHome(asked.deps, reading(asked, { homeId }, {})),
  ]);
  return done({
    ...{ stayId: stayId.value, personId, roomId, homeId },
    before: before.value,
    who: person.ok ? titleOf(person.value) : personId,
    called: person.ok ? calledBy(person.value) : personId,
    home: home.ok ? home.value.home.name : homeId,
  });
}

export type FoundMove = Extract<Awaited<ReturnType<typeof findMove>>, { ok: true }>['value'];

/** Whether somebody is still to move in. */
export const isAhead = ({ before: { status } }: FoundMove): boolean =>
  status === 'provisional' || status === 'confirmed';
