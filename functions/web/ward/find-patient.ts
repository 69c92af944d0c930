import { RequestId } from '../../../shared/domain/ids.ts';
import { done, refuse } from '../../../shared/domain/outcome.ts';
import { readDischarge } from '../../../shared/usecases/discharges/read-discharge.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { readProposal } from '../../../shared/usecases/proposals/read-proposal.ts';
import { readRequest } from '../../../shared/usecases/requests/read-request.ts';
import { type AskedBy, reading, refOf } from '../page.ts';

/** A patient of the ward with everything a page about them tells. */
export async function findPatient(asked: AskedBy) {
  const requestId = refOf(RequestId, asked.refs.requestId);
  if (!requestId.ok) return requestId;
  const params = { requestId: requestId.value };
  const request = await readRequest(asked.deps, reading(asked, params, {}));
  if (!request.ok) return request;
  if (request.value.discharge === null) return refuse('not-found');
  const { personId, serviceModel } = request.value.request;
  const [discharge, person] = await Promise.all([
    readDischarge(asked.deps, reading(asked, params, {})),
    readPerson(asked.deps, reading(asked, { personId }, {})),
  ]);
  if (!discharge.ok) return discharge;
  if (!person.ok) return person;
  const { proposalId } = discharge.value;
  const proposal =
    proposalId === null ? null : await readProposal(asked.deps, reading(asked, { proposalId }, {}));
  return done({
    requestId: requestId.value,
    file: request.value,
    discharge: discharge.value,
    who: person.value.level === 'identity' ? person.value.name : personId,
    reference: personId,
    /** The live proposal, and what it waits for an answer to. */
    proposal: proposal?.ok ? proposal.value.proposal : null,
    model: asked.deps.models.get(serviceModel),
  });
}

export type FoundPatient = Extract<Awaited<ReturnType<typeof findPatient>>, { ok: true }>['value'];

/** The question the ward has to answer, about the proposal or about the request; null where there is none. */
export function openQuestion({ proposal, file }: FoundPatient): string | null {
  return proposal?.waitingFor?.question ?? file.question;
}
