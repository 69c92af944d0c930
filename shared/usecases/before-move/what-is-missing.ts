import type { BeforeMove } from '../../domain/before-move.ts';
import type { PersonId } from '../../domain/ids.ts';
import { present, withoutHolds } from '../../domain/ledger.ts';
import { type Outcome, refuse } from '../../domain/outcome.ts';
import { type Preparations, preparationsFor } from '../../services/preparations.ts';
import type { Preparation } from '../../services/stages.ts';
import type { Deps } from '../call.ts';
import type { StayFound } from '../stays/fetch-stay.ts';

/** What a move asks for, and what there is for a person to get to know. */
export interface Asked extends Preparations {
  /** Everybody else who will live in the home on the day of the move. */
  readonly housemates: readonly PersonId[];
  /** False where they only change rooms. */
  readonly isNewHome: boolean;
}

/** The steps before an agreed move, by the programme of the request it came from. */
export function askedBefore(
  deps: Deps,
  { scene, file, home, proposal }: Pick<StayFound, 'scene' | 'file' | 'home' | 'proposal'>,
): Asked {
  const asked = scene.requests.get(proposal?.requestId ?? null)?.request;
  const model = asked && deps.models.get(asked.serviceModel);
  const ledger = scene.ledgers.get(file.homeId);
  const there = ledger ? present(withoutHolds(ledger), file.stay.from, scene.now) : [];
  return {
    ...preparationsFor(model, home.home.offers, asked ?? { stages: [] }),
    housemates: there.map(({ personId }) => personId).filter((id) => id !== file.stay.personId),
    isNewHome: proposal?.fromHomeId !== file.homeId,
  };
}

/** Required steps that are not done, those among them that somebody has set aside apart. */
export interface Missing {
  readonly open: readonly Preparation[];
  readonly setAside: readonly Preparation[];
}

export function whatIsMissing(asked: Asked, file: BeforeMove | null): Missing {
  const missing = asked.required.filter((step) => !isDone(step, asked, file));
  const excused = new Set(file?.setAside.map(({ item }) => item));
  return {
    open: missing.filter(({ id }) => !excused.has(id)),
    setAside: missing.filter(({ id }) => excused.has(id)),
  };
}

function isDone(step: Preparation, asked: Asked, file: BeforeMove | null): boolean {
  if (step.kind !== 'introduction') return file?.prepared.some(({ item }) => item === step.id) ?? false;
  // Nobody has to meet those they live with already, or nobody at all where nobody else lives there.
  if (step.to === 'housemates' && (asked.housemates.length === 0 || !asked.isNewHome)) return true;
  if (step.to === 'home' && !asked.isNewHome) return true;
  const met = (file?.introductions ?? []).filter(
    (one) => one.met.to === step.to && one.meeting.status === 'tookPlace',
  );
  // Whoever has visited the home or slept there has seen it.
  const visits = step.to === 'home' ? (file?.visits ?? []) : [];
  return met.length + visits.filter((one) => one.meeting.status === 'tookPlace').length >= step.atLeast;
}

/** How a missing step is put right, in words for the person who meets it. */
export function howToMend(step: Preparation): string {
  const mend = {
    introduction: 'record the introduction once it has taken place',
    namedWorker: 'name the worker who has this role',
    record: 'do it and record that it is done',
  }[step.kind];
  const orElse = step.mayBeWaivedWithReason
    ? ', or ask a programme lead or the panel chair to set it aside with a reason'
    : '';
  return `${step.name}: ${mend}${orElse}.`;
}

/** Why somebody cannot move in yet, each missing step with how to put it right; null when nothing is missing. */
export function barredByMissing({ open }: Missing): Outcome<never> | null {
  if (open.length === 0) return null;
  return refuse('before-move-incomplete', {
    missing: open.map(({ id }) => id).join(', '),
    ...Object.fromEntries(open.map((step) => [step.id, howToMend(step)])),
  });
}
