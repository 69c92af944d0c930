import * as z from 'zod';
import { HomeFile, VacancyFile } from '../../domain/files.ts';
import { HomeId, RoomId } from '../../domain/ids.ts';
import { HomeLedger } from '../../domain/ledger.ts';
import { home, type Kind } from '../kind.ts';

export const homes: Kind<HomeFile> = {
  name: 'home',
  schema: HomeFile,
  id: (data) => data.home.id,
  list: (data) => ({ by: data.home.id }),
  subjects: (data) => [home(data.home.id)],
  rematch: true,
};

export const ledgers: Kind<HomeLedger> = {
  name: 'ledger',
  schema: HomeLedger,
  id: (data) => data.homeId,
  list: (data) => ({ by: data.homeId }),
  subjects: (data) => [home(data.homeId)],
  rematch: true,
};

const RoomPlace = z.strictObject({ roomId: RoomId, homeId: HomeId });
type RoomPlace = z.infer<typeof RoomPlace>;

/** Which home a room is in. A room never changes homes. */
export const roomPlaces: Kind<RoomPlace> = {
  name: 'room',
  schema: RoomPlace,
  id: (data) => data.roomId,
  subjects: (data) => [home(data.homeId)],
  rematch: false,
};

const live = new Set(['expected', 'open', 'reserved']);

export const vacancies: Kind<VacancyFile> = {
  name: 'vacancy',
  schema: VacancyFile,
  id: (data) => data.vacancy.id,
  list: ({ vacancy }) => ({
    within: live.has(vacancy.status) ? 'live' : 'past',
    by: 'from' in vacancy ? vacancy.from : vacancy.id,
  }),
  about: (data) => data.homeId,
  subjects: (data) => [home(data.homeId)],
  state: (data) => data.vacancy.status,
  machine: 'vacancy',
  rematch: true,
};
