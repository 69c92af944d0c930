import { roleWords } from '../../shared/web/document.tsx';
import {
  AccessibilityPage,
  HowMatchingWorksPage,
  PrivacyPage,
  SignedOutPage,
} from '../../shared/web/pages/about.tsx';
import { StartPage } from '../../shared/web/pages/start.tsx';
import { waysFor } from '../../shared/web/ways-for.ts';
import { listVacancyPages } from './officer/list-vacancy.tsx';
import { vacanciesPage } from './officer/vacancies.tsx';
import type { Page } from './page.ts';
import { circulatePage } from './panel/circulate.tsx';
import { comparePage } from './panel/compare.tsx';
import { conflictPage } from './panel/conflict.tsx';
import { decidePage } from './panel/decide.tsx';
import { minutesPage } from './panel/minutes.tsx';
import { packPage } from './panel/pack.tsx';
import { panelNewPage } from './panel/panel-new.tsx';
import { panelPages } from './panel/panels.tsx';
import { reviewPages } from './panel/reviews.tsx';
import { patientsPage } from './ward/patients.tsx';

/** Every page there is. Those that sign people in and out are the door's own. */
export const pages: readonly Page[] = [
  {
    path: 'start',
    action: 'self.read',
    get({ who }) {
      const [first] = waysFor(who.data.roles);
      if (first) return { goTo: first.href };
      return { title: 'Start', show: <StartPage roles={who.data.roles.map((role) => roleWords[role])} /> };
    },
  },
  vacanciesPage,
  ...listVacancyPages,
  patientsPage,
  ...panelPages,
  packPage,
  decidePage,
  conflictPage,
  circulatePage,
  panelNewPage,
  minutesPage,
  comparePage,
  ...reviewPages,
  { path: 'signedOut', open: true, get: () => ({ title: 'You are signed out', show: <SignedOutPage /> }) },
  { path: 'accessibility', open: true, get: () => ({ title: 'Accessibility', show: <AccessibilityPage /> }) },
  { path: 'privacy', open: true, get: () => ({ title: 'Privacy', show: <PrivacyPage /> }) },
  {
    path: 'howMatchingWorks',
    open: true,
    get: () => ({ title: 'How matching works', show: <HowMatchingWorksPage /> }),
  },
];
