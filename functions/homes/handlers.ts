import { addHome } from '../../shared/usecases/homes/add-home.ts';
import { readHome } from '../../shared/usecases/homes/read-home.ts';
import { type Handled, handle } from '../route.ts';
import { addHomeRoute, readHomeRoute } from './routes.ts';

export const homesHandlers: readonly Handled[] = [
  handle(addHomeRoute, addHome),
  handle(readHomeRoute, readHome),
];
