import * as z from 'zod';
import { HomeId } from '../../shared/domain/ids.ts';
import { HomeAdded, NewHome } from '../../shared/usecases/homes/add-home.ts';
import { HomeShown } from '../../shared/usecases/homes/read-home.ts';
import { get, nothing, post } from '../route.ts';

const aHome = z.strictObject({ homeId: HomeId });

export const addHomeRoute = post('/v1/homes', {
  name: 'addHome',
  door: 'homes',
  action: 'homes.write',
  summary: 'Add a home with its rooms.',
  params: nothing,
  body: NewHome,
  answer: HomeAdded,
});

export const readHomeRoute = get('/v1/homes/{homeId}', {
  name: 'readHome',
  door: 'homes',
  action: 'homes.read',
  summary: 'Read a home with its rooms.',
  params: aHome,
  query: nothing,
  answer: HomeShown,
});
