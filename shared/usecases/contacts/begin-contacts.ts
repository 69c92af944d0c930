import { birthday, type Day } from '../../domain/day.ts';
import type { HomeFile, PersonFile } from '../../domain/files.ts';
import { ContactPlanId, type StayId } from '../../domain/ids.ts';
import { planContacts } from '../../domain/plan-contacts.ts';
import { contactPlans } from '../../store/kinds/contacts.ts';
import type { Records } from '../../store/records.ts';
import { create, type Step } from '../../store/steps.ts';
import type { Deps } from '../call.ts';

/** A move as it was recorded: the homes somebody left and came to, where there were any, and the first night it counts. */
export interface Moved {
  readonly person: PersonFile;
  readonly from: HomeFile | undefined;
  readonly to: HomeFile | undefined;
  readonly stayId: StayId;
  readonly on: Day;
}

/**
 * The contacts that are owed because of a move, by the programmes of the homes it was between. They are part of the
 * commit that records the move, so that nobody moves without them.
 */
export function beginContacts(deps: Deps, records: Records, { person, from, to, stayId, on }: Moved): Step[] {
  const { id: personId, dateOfBirth } = person.person;
  return [...deps.models.values()].flatMap((model) =>
    model.contactPatterns.flatMap((pattern) => {
      const { event, stage } = pattern.anchor;
      if (!serves(event === 'moveIn' ? to : from, model.id, stage)) return [];
      // Whoever moves on within the stage has not left it.
      if (event === 'moveOutOf' && serves(to, model.id, stage)) return [];
      const plan = planContacts(
        {
          ...{ personId, stayId, pattern: pattern.id, movedOn: on },
          id: ContactPlanId.parse(deps.writing.newId('contacts')),
          endsBefore: pattern.endsAtAge === null ? null : birthday(dateOfBirth, pattern.endsAtAge),
        },
        pattern,
      );
      return plan.items.length > 0 ? [create(records.partnership, contactPlans, plan)] : [];
    }),
  );
}

const serves = (file: HomeFile | undefined, model: string, stage: string): boolean =>
  file?.home.offers.some((offer) => offer.serviceModel === model && offer.stage === stage) ?? false;
