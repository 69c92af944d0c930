import type { HomeFile } from '../../../shared/domain/files.ts';
import { homes } from '../../../shared/store/kinds/homes.ts';
import { Records } from '../../../shared/store/records.ts';
import { newHome } from '../scenes.ts';
import type { Story } from '../story.ts';
import { type Sample, simple } from './sample.ts';

const elm = { homeId: 'elm' };
const flat = { roomId: 'birch-flat' };
const lived = { roomId: 'elm-2' };
const flatFree = { vacancyId: 'flat-free' };

async function elmHouse({ store }: Story): Promise<HomeFile> {
  const kept = await new Records(store.deps.writing.table, 'southampton').get(homes, 'elm');
  if (!kept) throw new Error('Elm House is not there.');
  return kept.data;
}

const forecast = { id: 'elm-2-soon', from: '2026-06-15', reason: '13', expected: 'forecast' };
const closed = { id: 'works', from: '2026-04-21', to: '2026-04-23', reason: 'repairs' };

const closure = { from: '2026-06-30', reason: 'leaseEnds' };

export const homeSamples: Readonly<Record<string, Sample>> = {
  previewClosure: simple('officer', { params: elm, query: { from: '2026-06-30' } }),
  closeHome: simple('officer', { params: elm, body: closure }),
  reopenHome: simple('officer', { params: elm }, ({ ask }) =>
    ask('closeHome', { as: 'officer', params: elm, body: closure }),
  ),
  listHomes: simple('officer'),
  addHome: simple('officer', { body: { ...newHome('beech'), owner: 'council' } }),
  readHome: simple('officer', { params: elm }),
  changeHome: {
    ...simple('officer'),
    async sent(story) {
      const { id: _id, ...home } = (await elmHouse(story)).home;
      return { params: elm, body: { ...home, atmosphere: 'mixed' }, ifMatch: 1 };
    },
  },
  addRoom: {
    ...simple('officer'),
    async sent(story) {
      const { homeId: _home, ...room } = (await elmHouse(story)).rooms[0]!;
      return { params: elm, body: { ...room, id: 'elm-3' } };
    },
  },
  changeRoom: {
    ...simple('officer'),
    async sent(story) {
      const { rooms } = await elmHouse(story);
      const { id: _id, homeId: _home, ...room } = rooms.find(({ id }) => id === 'elm-2')!;
      return { params: lived, body: { ...room, areaSquareMetres: 11.5 }, ifMatch: 1 };
    },
  },
  takeOutOfService: simple('officer', { params: flat, body: closed }),
  reviseOutOfService: simple(
    'officer',
    { params: { ...flat, outOfServiceId: 'works' }, body: { to: '2026-04-24' }, ifMatch: 2 },
    ({ ask }) => ask('takeOutOfService', { as: 'officer', params: flat, body: closed }),
  ),
  readCalendar: simple('officer', { params: elm, query: { from: '2026-04-20', to: '2026-05-20' } }),
  listVacancy: simple('officer', { params: lived, body: forecast }),
  listVacancies: simple('officer'),
  readVacancy: simple('officer', { params: flatFree }),
  confirmVacancy: simple(
    'officer',
    { params: { vacancyId: forecast.id }, body: { from: '2026-06-15' } },
    ({ ask }) => ask('listVacancy', { as: 'officer', params: lived, body: forecast }),
  ),
  withdrawVacancy: simple('officer', { params: flatFree, body: { because: 'listedInError' } }),
  homeTimeline: simple('officer', { params: elm }),
};
