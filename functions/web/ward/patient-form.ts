import type { Outcome } from '../../../shared/domain/outcome.ts';
import { type PathName, pathTo } from '../../../shared/web/paths.ts';
import { type Asking, caseFormPage, type Sent } from '../case-form.tsx';
import type { AskedBy, Page } from '../page.ts';
import { type FoundPatient, findPatient } from './find-patient.ts';

/** What is asked of a ward about one patient on a page of its own. */
export interface PatientForm {
  readonly path: Extract<PathName, `patient${string}`>;
  /** Null where there is nothing to ask: it leads to the page of the patient. */
  readonly ask: (found: FoundPatient, asked: AskedBy) => Asking | null | Promise<Asking | null>;
  readonly send: (asked: AskedBy, found: FoundPatient, sent: Sent) => Promise<Outcome<unknown>>;
  /** What the page of the patient then says, as its address names it. */
  readonly done: string;
}

/** A page with one form about one patient of the ward. */
export const patientFormPage = ({ path, ask, send, done }: PatientForm): Page =>
  caseFormPage({
    ...{ path, ask, send },
    action: 'discharges.record',
    at: 'patients',
    find: findPatient,
    standing: ({ requestId, who, reference, file }) => ({
      who: who === reference ? reference : `${who} · ${reference}`,
      version: file.version,
      at: pathTo(path, { requestId }),
      back: pathTo('patient', { requestId }),
    }),
    done: () => done,
  });
