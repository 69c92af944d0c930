import { readStock } from '../../../shared/usecases/homes/read-stock.ts';
import { VacanciesPage } from '../../../shared/web/pages/vacancies.tsx';
import { vacancyViews, voidRows } from '../../../shared/web/vacancy-view.ts';
import { type Page, reading } from '../page.ts';
import { readChains } from './planned-chains.ts';

/** What is empty, will be, is closed or promised, of the homes somebody looks after. */
export const vacanciesPage: Page = {
  path: 'vacancies',
  action: 'vacancies.write',
  at: 'vacancies',
  async get({ deps, who, query, now }) {
    const stock = await readStock(deps, reading({ who }, {}, {}));
    if (!stock.ok) return stock;
    const { homes, vacancies, isCutShort } = stock.value;
    const view = vacancyViews.find((one) => one === query.get('show')) ?? 'ready';
    const chains = await readChains({ deps, who });
    const rows = voidRows(homes, vacancies, now, chains.ok ? chains.value : null);
    return { title: 'My vacancies', show: <VacanciesPage {...{ view, rows, isCutShort }} /> };
  },
};
