import { reachOf } from '../../../shared/access/actions.ts';
import { londonDay, sayDay } from '../../../shared/domain/day.ts';
import {
  NewPreparation,
  recordPreparation,
} from '../../../shared/usecases/before-move/record-preparation.ts';
import {
  NewSetAside,
  setAsidePreparation,
} from '../../../shared/usecases/before-move/set-aside-preparation.ts';
import { answerOffer, OfferAnswer } from '../../../shared/usecases/stays/answer-offer.ts';
import { Arrival, recordArrival } from '../../../shared/usecases/stays/record-arrival.ts';
import { NoShow, recordNoShow } from '../../../shared/usecases/stays/record-no-show.ts';
import {
  answerOfferFields,
  arrivedFields,
  noShowFields,
  setAsideFields,
  stepFields,
} from '../../../shared/web/move-fields.ts';
import { type AskedBy, writing } from '../page.ts';
import { workerChoices } from '../worker-choices.ts';
import { type Deed, params } from './deed.ts';
import { type FoundMove, isAhead } from './find-move.ts';
import { meeting, residentView, visit } from './meeting-deeds.ts';

const answer: Deed = {
  way: 'Record their answer to the offer',
  action: 'offers.answer',
  isOpen: ({ before }) => before.status === 'provisional',
  ask: ({ before, home }) => ({
    heading: 'Do they take it?',
    intro: [`The panel approved a room in ${home} from ${sayDay(before.from)}. The answer is theirs alone.`],
    fields: answerOfferFields,
    button: 'Record their answer',
  }),
  send: (asked, found, { answers, key }) =>
    answerOffer(
      asked.deps,
      writing(asked, 'answer offer', { params: params(found), body: OfferAnswer.parse(answers), key }),
    ),
  done: 'Their answer is on record.',
};

const openSteps = ({ before: { steps, file } }: FoundMove) =>
  steps.filter(
    ({ item, kind }) => kind !== 'introduction' && file.prepared.every((one) => one.item !== item),
  );

const step: Deed = {
  way: 'Tick off a step',
  action: 'beforeMoves.write',
  isOpen: (found) => isAhead(found) && openSteps(found).length > 0,
  async ask(found, asked) {
    const open = openSteps(found);
    return {
      heading: 'Tick off a step',
      intro: ['Meetings tick themselves off once they have taken place.'],
      fields: stepFields({
        steps: open.map(({ item, name }) => ({ value: item, text: name })),
        naming: open.filter(({ kind }) => kind === 'namedWorker').map(({ item }) => item),
        workers: await workerChoices(asked),
      }),
      button: 'Record this',
      first: { on: londonDay(asked.now) },
    };
  },
  send: (asked, found, { answers, key }) =>
    recordPreparation(
      asked.deps,
      writing(asked, 'record preparation', {
        params: params(found),
        body: NewPreparation.parse(answers),
        key,
      }),
    ),
  done: 'The step is done.',
};

const mayBeSetAside = ({ before }: FoundMove) => before.missing.filter(({ maySetAside }) => maySetAside);

const setAside: Deed = {
  way: 'Set a step aside',
  action: 'beforeMoves.setAside',
  isOpen: (found) => isAhead(found) && mayBeSetAside(found).length > 0,
  ask: (found) => ({
    heading: 'Move in without a step',
    intro: ['Their programme asks for it before anybody moves in. Somebody else records the arrival.'],
    fields: setAsideFields(mayBeSetAside(found).map(({ item, name }) => ({ value: item, text: name }))),
    button: 'Set it aside',
  }),
  send: (asked, found, { answers, key }) =>
    setAsidePreparation(
      asked.deps,
      writing(asked, 'set aside', { params: params(found), body: NewSetAside.parse(answers), key }),
    ),
  done: 'The step is set aside, with your reason.',
};

/** The person has said yes to the offer. */
function isAgreed({ before }: FoundMove): boolean {
  return before.status === 'confirmed';
}

const arrived: Deed = {
  way: 'They have moved in',
  action: 'stays.record',
  isOpen: isAgreed,
  ask: ({ before, home }) => ({
    heading: 'They have moved in',
    intro: [
      `Their room in ${home} was agreed from ${sayDay(before.from)}. The room they left is made ready for whoever follows.`,
      ...(before.missing.length > 0
        ? [
            `Still missing: ${before.missing.map(({ name }) => name).join('; ')}. Nobody moves in before that.`,
          ]
        : []),
    ],
    fields: arrivedFields,
    button: 'Record that they have moved in',
    first: { on: before.from },
  }),
  send: (asked, found, { answers, key }) =>
    recordArrival(
      asked.deps,
      writing(asked, 'record arrival', { params: params(found), body: Arrival.parse(answers), key }),
    ),
  done: 'It is on record that they have moved in.',
};

const noShow: Deed = {
  way: 'They did not come',
  action: 'stays.record',
  isOpen: isAgreed,
  ask: () => ({
    heading: 'They did not come',
    intro: [],
    fields: noShowFields,
    button: 'Record that they did not come',
  }),
  send: (asked, found, { answers, key }) =>
    recordNoShow(
      asked.deps,
      writing(asked, 'record no-show', { params: params(found), body: NoShow.parse(answers), key }),
    ),
  done: 'It is on record that they did not come. A new plan follows.',
};

/** By the word it has in an address. */
export const deeds: Readonly<Record<string, Deed>> = {
  answer,
  meeting,
  visit,
  step,
  'set-aside': setAside,
  resident: residentView,
  arrived,
  'no-show': noShow,
};

/** What somebody's roles let them do, and what there is to do of it; moving in comes first once nothing is missing. */
export function deedsFor({ who }: AskedBy, found: FoundMove): [string, Deed][] {
  const here = Object.entries(deeds).filter(
    ([, { action, isOpen }]) => isOpen(found) && reachOf(who.data.roles, action) !== null,
  );
  const isReady = ([name]: [string, Deed]): boolean =>
    name === 'arrived' && found.before.missing.length === 0;
  return [...here.filter(isReady), ...here.filter((one) => !isReady(one))];
}
