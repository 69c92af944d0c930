import { sayDay } from '../../../shared/domain/day.ts';
import { refuse } from '../../../shared/domain/outcome.ts';
import { answerQuestion } from '../../../shared/usecases/proposals/answer-question.ts';
import { endReadyPeriod, ReadyPeriodEnd } from '../../../shared/usecases/requests/end-ready-period.ts';
import { giveInformation } from '../../../shared/usecases/requests/give-information.ts';
import { openReadyPeriod } from '../../../shared/usecases/requests/open-ready-period.ts';
import { NewReadyPeriod } from '../../../shared/usecases/requests/ready-period.ts';
import { answerFields, notReadyFields, readyFields } from '../../../shared/web/patient-fields.ts';
import type { Sent } from '../case-form.tsx';
import { type AskedBy, writing } from '../page.ts';
import { type FoundPatient, openQuestion } from './find-patient.ts';
import { type PatientForm, patientFormPage } from './patient-form.ts';

const answer: PatientForm = {
  path: 'patientAnswer',
  ask(found) {
    const question = openQuestion(found);
    if (question === null) return null;
    const button = 'Send your answer';
    return { heading: 'Answer a question', intro: [`“${question}”`], fields: answerFields, button };
  },
  send: sendAnswer,
  done: 'answered',
};

async function sendAnswer(asked: AskedBy, found: FoundPatient, { answers, key }: Sent) {
  const { proposal, requestId } = found;
  const body = { answer: answers.answer ?? '' };
  if (!proposal?.waitingFor) {
    const sent = { params: { requestId }, body, key };
    return giveInformation(asked.deps, writing(asked, 'give information', sent));
  }
  const sent = { params: { proposalId: proposal.id }, body, key };
  return answerQuestion(asked.deps, writing(asked, 'answer question', sent));
}

const openPeriod = ({ discharge }: FoundPatient) => discharge.periods.find(({ endedOn }) => endedOn === null);

const notReady: PatientForm = {
  path: 'patientNotReady',
  ask(found) {
    const period = openPeriod(found);
    if (!period || found.discharge.file.made) return null;
    const intro = [
      `They have been ready to leave since ${sayDay(period.readyOn)}. If they are no longer, days stop counting as delay. Their request and their place in the queue stay.`,
    ];
    return {
      ...{ heading: 'They are no longer ready', intro, fields: notReadyFields },
      button: 'Stop counting',
    };
  },
  async send(asked, found, { answers, key, version }) {
    const period = openPeriod(found);
    if (!period) return refuse('not-found');
    const { endedOn, code, detail = null } = answers;
    const body = ReadyPeriodEnd.parse({ endedOn, endReason: 'notReadyAgain', because: { code, detail } });
    const params = { requestId: found.requestId, readyPeriodId: period.id };
    const sent = { params, body, key, ifMatch: version };
    return endReadyPeriod(asked.deps, writing(asked, 'end ready period', sent));
  },
  done: 'not-ready',
};

const ready: PatientForm = {
  path: 'patientReady',
  ask(found) {
    if (openPeriod(found) || found.discharge.file.made) return null;
    return {
      heading: 'They are ready to leave',
      intro: ['From that day on, each day they are still here counts as a day of delay.'],
      fields: readyFields,
      button: 'Start counting',
    };
  },
  async send(asked, { requestId }, { answers, key }) {
    const body = NewReadyPeriod.parse(answers);
    const sent = { params: { requestId }, body, key };
    return openReadyPeriod(asked.deps, writing(asked, 'open ready period', sent));
  },
  done: 'ready',
};

/** Answering, and when days of delay count. */
export const patientForms = [answer, notReady, ready].map(patientFormPage);
