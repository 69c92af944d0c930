import { listWorkers } from '../../shared/usecases/partnership/list-workers.ts';
import type { Choice } from '../../shared/web/components/choices.tsx';
import { type AskedBy, reading } from './page.ts';

/** Workers offered at most; a partnership has fewer of one programme. */
const mostWorkers = 100;

/** The workers of a partnership, each by their work in the programme. */
export async function workerChoices(asked: AskedBy): Promise<Choice[]> {
  const found = await listWorkers(asked.deps, reading(asked, {}, { limit: mostWorkers }));
  if (!found.ok) return [];
  return found.value.items.map(({ id, role, serviceModel }) => {
    const roles = asked.deps.models.get(serviceModel)?.staffRoles ?? [];
    return { value: id, text: `${roles.find((one) => one.id === role)?.name ?? role}, ${id}` };
  });
}
