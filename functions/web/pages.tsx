import { refuse } from '../../shared/domain/outcome.ts';
import {
  AccessibilityPage,
  HowMatchingWorksPage,
  PrivacyPage,
  SignedOutPage,
} from '../../shared/web/pages/about.tsx';
import { waysFor } from '../../shared/web/ways-for.ts';
import { historyPages } from './history.tsx';
import { reportPages } from './lead/reports.tsx';
import { reviewRequestPages } from './lead/review-requests.tsx';
import { messagesPage } from './messages.tsx';
import { movePages } from './moves/moves.tsx';
import { adoptPages } from './officer/adopt.tsx';
import { calendarPage } from './officer/calendar.tsx';
import { homesPages } from './officer/homes.tsx';
import { listVacancyPages } from './officer/list-vacancy.tsx';
import { proposePage } from './officer/propose.tsx';
import { vacanciesPage } from './officer/vacancies.tsx';
import { whoCouldLiveHerePage } from './officer/who-could-live-here.tsx';
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
import { referralPages } from './provider/referrals.tsx';
import { searchPage } from './search.tsx';
import { leavingForms } from './ward/leaving-forms.ts';
import { patientPage } from './ward/patient.tsx';
import { patientForms } from './ward/patient-forms.ts';
import { patientsPage } from './ward/patients.tsx';
import { requestPlacementPages } from './ward/request-placement.tsx';
import { contactPage } from './worker/contact.tsx';
import { peoplePage } from './worker/people.tsx';
import { personPage } from './worker/person.tsx';
import { skillsPages } from './worker/skills.tsx';
import { viewPage } from './worker/view.tsx';

/** Every page there is. Those that sign people in and out are the door's own. */
export const pages: readonly Page[] = [
  {
    path: 'start',
    action: 'self.read',
    get({ who }) {
      const [first] = waysFor(who.data.roles);
      return first ? { goTo: first.href } : refuse('not-allowed');
    },
  },
  vacanciesPage,
  calendarPage,
  ...homesPages,
  ...listVacancyPages,
  whoCouldLiveHerePage,
  proposePage,
  ...adoptPages,
  patientsPage,
  ...referralPages,
  ...movePages,
  peoplePage,
  personPage,
  ...skillsPages,
  viewPage,
  contactPage,
  ...historyPages,
  ...reviewRequestPages,
  ...reportPages,
  searchPage,
  messagesPage,
  ...requestPlacementPages,
  patientPage,
  ...patientForms,
  ...leavingForms,
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
