import { roleWords } from '../../shared/web/document.tsx';
import {
  AccessibilityPage,
  HowMatchingWorksPage,
  PrivacyPage,
  SignedOutPage,
} from '../../shared/web/pages/about.tsx';
import { StartPage } from '../../shared/web/pages/start.tsx';
import { waysFor } from '../../shared/web/ways-for.ts';
import { adoptPages } from './officer/adopt.tsx';
import { listVacancyPages } from './officer/list-vacancy.tsx';
import { proposePage } from './officer/propose.tsx';
import { vacanciesPage } from './officer/vacancies.tsx';
import { whoCouldLiveHerePage } from './officer/who-could-live-here.tsx';
import type { Page } from './page.ts';
import { decidePage } from './panel/decide.tsx';
import { panelPages } from './panel/panels.tsx';
import { leavingForms } from './ward/leaving-forms.ts';
import { patientPage } from './ward/patient.tsx';
import { patientForms } from './ward/patient-forms.ts';
import { patientsPage } from './ward/patients.tsx';
import { requestPlacementPages } from './ward/request-placement.tsx';

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
  whoCouldLiveHerePage,
  proposePage,
  ...adoptPages,
  patientsPage,
  ...requestPlacementPages,
  patientPage,
  ...patientForms,
  ...leavingForms,
  ...panelPages,
  decidePage,
  { path: 'signedOut', open: true, get: () => ({ title: 'You are signed out', show: <SignedOutPage /> }) },
  { path: 'accessibility', open: true, get: () => ({ title: 'Accessibility', show: <AccessibilityPage /> }) },
  { path: 'privacy', open: true, get: () => ({ title: 'Privacy', show: <PrivacyPage /> }) },
  {
    path: 'howMatchingWorks',
    open: true,
    get: () => ({ title: 'How matching works', show: <HowMatchingWorksPage /> }),
  },
];
