import type { Message, Template } from '../../domain/message.ts';

/** A message as it is read. No name, date of birth, address, need or anybody's words: a reference, and where to read on. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
}

const words: Readonly<Record<Template, readonly [subject: string, what: string]>> = {
  viewWanted: [
    'Please ask somebody what they think of a home',
    'A home is proposed for somebody you work with. Please ask them what they think, and write down their words. They may say no: it costs them nothing.',
  ],
  referralToAnswer: [
    'A referral waits for your answer',
    'Somebody is proposed for one of your homes. Please say whether you can support them, or ask what you need to know.',
  ],
  caseForPanel: [
    'A move is before the panel',
    'A move has come before the panel. Please read it, say if you are too near to it, and vote.',
  ],
  moveApproved: [
    'A move is approved',
    'The panel has approved a move. Whoever works with the person records their answer to the offer.',
  ],
  moveDeclined: [
    'A move will not happen',
    'A move was declined. The person keeps their place in the queue. The reason is on record.',
  ],
  moveOff: [
    'A move is off',
    'A move cannot go on as it was proposed. The person keeps their place in the queue, and a new plan follows.',
  ],
  timeRanOut: [
    'The time for a move ran out',
    'Nobody answered in time, so the room is free again. This is not a refusal by the person: they keep their place in the queue.',
  ],
  reminder: ['A move still waits for you', 'A proposed move still waits for your answer.'],
  escalation: [
    'A move is late',
    'A proposed move waits for somebody who has not answered. Please help it along.',
  ],
  questionToAnswer: [
    'A question about somebody you work with',
    'There is a question about a proposed move. The clock stands still until you answer it.',
  ],
  questionAnswered: [
    'Your question is answered',
    'The question about a proposed move is answered, and the clock runs again.',
  ],
  offerAccepted: [
    'An offer is accepted',
    'The person has accepted the room. It is theirs from the day of the move.',
  ],
  movedIn: ['Somebody has moved in', 'A move you had a part in has been made.'],
  didNotArrive: [
    'Somebody did not move in',
    'A move did not take place on its day. Please find out what happened. The person keeps their place in the queue.',
  ],
  contactMissed: [
    'A contact did not take place',
    'Somebody who moved was to be seen, and it did not happen. Please see that they are well; it is never held against them.',
  ],
  homeCloses: [
    'A home is closing',
    'A home closes in which somebody lives whom you work with, or whose programme you lead. Nobody is moved by it: please plan with each of them where they will live.',
  ],
  papersOut: ['The papers of your panel are out', 'The papers of a panel you sit on are ready to read.'],
  reviewAsked: ['A review is asked for', 'Somebody asks that others look again at a decision of the panel.'],
  reviewDecided: ['A review is decided', 'The review you asked for is decided. The reason is on record.'],
};

/** Where it is read on, for what a search by its reference does not lead to. */
const places: Partial<Record<Template, string>> = {
  contactMissed: 'people',
  reviewAsked: 'panels',
  reviewDecided: 'panels',
};

/** What a message says, in a few words. */
export const subjectOf = (template: Template): string => words[template][0];

/** @param address where the service is reached, without a slash at the end */
export function letterOf({ template, about }: Message, address: string): Letter {
  const [subject, what] = words[template];
  const place = places[template];
  const links = place ? [`${address}/${place}`] : about.map((id) => `${address}/search?reference=${id}`);
  const reference = about.length === 1 ? 'Reference' : 'References';
  return {
    subject,
    body: [
      what,
      '',
      `${reference}: ${about.join(', ')}`,
      ...links,
      '',
      'Sign in to read more. This message holds nothing about any person.',
    ].join('\n'),
  };
}
