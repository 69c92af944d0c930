import type { HomeFile, RequestFile } from '../../domain/files.ts';
import type { ServiceModel } from '../../services/index.ts';
import { homes } from '../../store/kinds/homes.ts';
import { moves } from '../../store/kinds/people.ts';
import { requests, stays } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import type { Deps } from '../call.ts';
import { isLive } from '../requests/next-state.ts';

/** The programmes somebody is in, with what says so. */
export interface Programmes {
  /** That of their live request first, then those of the home they live in, then that of a past request. */
  readonly models: readonly ServiceModel[];
  /** The home they live in today. */
  readonly home: HomeFile | null;
  /** The live request. */
  readonly request: RequestFile | null;
}

export async function programmesOf(deps: Deps, records: Records, personId: string): Promise<Programmes> {
  const move = (await records.get(moves, personId))?.data;
  const stay = move?.stayId ? (await records.get(stays, move.stayId))?.data : undefined;
  const home = stay?.stay.status === 'arrived' ? await records.get(homes, stay.homeId) : null;
  const asked = move?.requestId ? (await records.get(requests, move.requestId))?.data : undefined;
  const live = asked && isLive(asked.request) ? asked : null;
  const names = [
    ...(live ? [live.request.serviceModel] : []),
    ...(home?.data.home.offers.map((offer) => offer.serviceModel) ?? []),
    ...(asked ? [asked.request.serviceModel] : []),
  ];
  return {
    models: [...new Set<string>(names)].flatMap((name) => deps.models.get(name) ?? []),
    home: home?.data ?? null,
    request: live,
  };
}
