import { labelOf } from '../../../shared/domain/codes.ts';
import { anyDelayReasonCodes } from '../../../shared/domain/discharge-codes.ts';
import { refuse } from '../../../shared/domain/outcome.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { listRequests } from '../../../shared/usecases/requests/list-requests.ts';
import { readRequest } from '../../../shared/usecases/requests/read-request.ts';
import { type PatientRow, PatientsPage } from '../../../shared/web/pages/patients.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { nextPage, pageAsked, pageOfThose } from '../list-page.ts';
import { type AskedBy, type Page, reading } from '../page.ts';

/** The patients of a ward for whom a place was asked, the longest delay first. */
export const patientsPage: Page = {
  path: 'patients',
  action: 'requests.read',
  at: 'patients',
  async get(asked) {
    if (!asked.who.data.roles.includes('wardCoordinator')) return refuse('not-allowed');
    const part = pageAsked(asked, 50);
    if (!part.ok) return part;
    const page = await pageOfThose(
      part.value,
      (some) => listRequests(asked.deps, reading(asked, {}, { ...some, state: 'live' as const })),
      (one) => (one.kind === 'discharge' ? [one] : []),
    );
    if (!page.ok) return page;
    const rows = await Promise.all(page.value.items.map((one) => rowOf(asked, one)));
    return {
      title: 'My patients waiting',
      show: (
        <PatientsPage
          rows={rows.flat().sort((a, b) => b.delayedDays - a.delayedDays)}
          next={nextPage(paths.patients, page.value.next)}
        />
      ),
    };
  },
};

type Listed = Extract<Awaited<ReturnType<typeof listRequests>>, { ok: true }>['value']['items'][number];

/** One row, or none when the case has gone to others since it was listed. */
async function rowOf(asked: AskedBy, { id, personId }: Listed): Promise<PatientRow[]> {
  const [request, person] = await Promise.all([
    readRequest(asked.deps, reading(asked, { requestId: id }, {})),
    readPerson(asked.deps, reading(asked, { personId }, {})),
  ]);
  if (!request.ok || !person.ok) return [];
  const { discharge, delay, request: asks } = request.value;
  const period = discharge?.periods.find(({ endedOn }) => endedOn === null);
  return [
    {
      who: person.value.level === 'identity' ? person.value.name : personId,
      reference: personId,
      href: pathTo('patient', { requestId: id }),
      readyOn: period?.readyOn ?? null,
      delayedDays: delay?.days ?? 0,
      reason: period ? labelOf(anyDelayReasonCodes, period.delayReason) : 'None given',
      status: asks.status,
    },
  ];
}
