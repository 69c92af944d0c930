import type { Refusal } from './refusals.ts';

/** What each refusal means and what to do about it, in words for the person who met it. */
export const refusalWords: Readonly<Record<Refusal, { readonly sentence: string; readonly fix: string }>> = {
  'not-found': { sentence: 'We cannot find that.', fix: 'Check the reference and try again.' },
  'not-allowed': { sentence: 'You may not do this here.', fix: 'Ask somebody with the right role.' },
  'transition-not-allowed': {
    sentence: 'That step is not open from where things stand.',
    fix: 'Reload to see which steps are open now.',
  },
  'version-changed': {
    sentence: 'Somebody changed this after you opened it.',
    fix: 'Reload, read it again and repeat your change.',
  },
  'facts-changed': {
    sentence: 'Facts this rests on have changed.',
    fix: 'Read what changed, then decide again.',
  },
  'already-decided': {
    sentence: 'This has been decided already.',
    fix: 'Read the decision. Ask for a review if you disagree.',
  },
  'room-taken': {
    sentence: 'The room is promised to somebody else.',
    fix: 'Choose another room, or ask for a new plan.',
  },
  'room-never-let': { sentence: 'This room is never let.', fix: 'Choose a room that people live in.' },
  'room-out-of-service': {
    sentence: 'The room is out of service on those days.',
    fix: 'Choose a later day or another room.',
  },
  'person-already-promised': {
    sentence: 'This person has been promised a room already.',
    fix: 'Withdraw the other proposal first.',
  },
  'person-said-no': {
    sentence: 'The person said no to this move.',
    fix: 'Offer another room. A no costs the person nothing.',
  },
  'person-view-missing': {
    sentence: 'Nobody has recorded what the person thinks.',
    fix: 'Record their view, or why it cannot be had.',
  },
  'options-not-shown': {
    sentence: 'The person was shown one room only.',
    fix: 'Show them at least two where two fit, or say why they were shown one.',
  },
  'proposer-cannot-decide': {
    sentence: 'You proposed this, so you cannot decide it.',
    fix: 'Another panel member decides.',
  },
  'referrer-cannot-decide': {
    sentence: 'You referred this person, so you cannot decide.',
    fix: 'Another panel member decides.',
  },
  'key-worker-cannot-decide': {
    sentence: 'You work with this person, so you cannot decide.',
    fix: 'Another panel member decides.',
  },
  'conflict-declared': {
    sentence: 'You declared a conflict of interest.',
    fix: 'Another panel member decides.',
  },
  'quorum-not-met': {
    sentence: 'Too few panel members agree.',
    fix: 'Wait until enough have voted for it, the chair among them where that is needed.',
  },
  'not-on-panel': {
    sentence: 'This member cannot sit on a panel in that place.',
    fix: 'Name members who have the role, and a chair who is one.',
  },
  'agenda-not-possible': {
    sentence: 'The agenda is empty, or too long to send out at once.',
    fix: 'Call a meeting with fewer proposals on its agenda, and at least one.',
  },
  'decided-before': {
    sentence: 'You had a part in the first decision, or asked for the review.',
    fix: 'Somebody who had no part in it decides.',
  },
  'override-not-possible': {
    sentence: 'This rule cannot be set aside here, or need not be.',
    fix: 'Leave it out, choose another room, or ask whoever may set it aside.',
  },
  'reason-missing': {
    sentence: 'A reason is missing.',
    fix: 'Write your own reason and name what it rests on.',
  },
  'licence-exceeded': {
    sentence: 'More people would live here than the licence allows.',
    fix: 'Choose another home.',
  },
  'housemates-clash': {
    sentence: 'Two people who must not share a home would share this one.',
    fix: 'Choose another home.',
  },
  'house-mix-exceeded': {
    sentence: 'The home has as many people with this need as it agreed to.',
    fix: 'Choose another home.',
  },
  'inside-exclusion-zone': {
    sentence: 'The home is in an area this person must stay out of.',
    fix: 'Choose a home outside the area.',
  },
  'check-failed': { sentence: 'A check does not pass.', fix: 'Read which one, and choose another room.' },
  'check-unknown': {
    sentence: 'A check cannot be made yet.',
    fix: 'Answer the open question, then try again.',
  },
  'vacancy-not-confirmed': {
    sentence: 'This vacancy is a forecast.',
    fix: 'Confirm it before anybody approves a move.',
  },
  'vacancy-not-open': {
    sentence: 'This vacancy is not open.',
    fix: 'Choose an open one. To change one that is reserved, withdraw its proposal first.',
  },
  'hold-expired': { sentence: 'The time for this move has run out.', fix: 'Propose the move again.' },
  'plan-out-of-date': { sentence: 'A newer plan has replaced this one.', fix: 'Look at the current plan.' },
  'more-would-end': {
    sentence: 'More would end with this than was named.',
    fix: 'Look at the preview again, and name all that would end.',
  },
  'chain-broken': { sentence: 'An earlier move in this chain fell through.', fix: 'Wait for the new plan.' },
  'earlier-move-not-made': {
    sentence: 'The move before this one has not happened yet.',
    fix: 'Record that move first.',
  },
  'stay-too-short': {
    sentence: 'The room is not free for long enough.',
    fix: 'Choose another room or other days.',
  },
  'key-reused': {
    sentence: 'This request was sent before with other contents.',
    fix: 'Send it with a new key.',
  },
  'already-exists': {
    sentence: 'There is something with this reference already.',
    fix: 'Use another reference, or change the one that is there.',
  },
  'already-listed': {
    sentence: 'This room has a vacancy already.',
    fix: 'Use that vacancy, or withdraw it first.',
  },
  'room-not-ready': {
    sentence: 'The room is being made ready on that day.',
    fix: 'Choose a day on or after the day it is ready.',
  },
  'day-not-possible': {
    sentence: 'That day is not possible here.',
    fix: 'Give a day within the days named.',
  },
  'already-housed': {
    sentence: 'This person lives in a room here already.',
    fix: 'Record when they left it first.',
  },
  'decide-whole-chain': {
    sentence: 'This move is part of a chain.',
    fix: 'Decide the chain: its moves are approved together.',
  },
  'one-lettable-room': {
    sentence: 'A home that is let whole has exactly one room that is let.',
    fix: 'Give the room another kind, or let the home by the room.',
  },
  'too-many-rooms': {
    sentence: 'This home has as many rooms as a home may have here.',
    fix: 'Add the further rooms as another home.',
  },
  'no-request': {
    sentence: 'Nobody has asked for a place for this person.',
    fix: 'Ask for a place for them first.',
  },
  'programme-unknown': {
    sentence: 'There is no such programme here, or it has no such stage.',
    fix: 'Use a programme and stages that are there.',
  },
  'proposal-open': {
    sentence: 'A room is proposed or promised to this person.',
    fix: 'Withdraw the proposal first.',
  },
  'person-withdrawn': {
    sentence: 'Nothing more is planned for this person.',
    fix: 'If they want a place after all, take them up again first.',
  },
  'home-closing': {
    sentence: 'This home is to close already.',
    fix: 'Keep it open first, then close it from another day.',
  },
  'follow-up-owner-missing': {
    sentence: 'Nobody is named to follow this person up after hospital.',
    fix: 'Name who follows the person up, or their first worker where the programme asks for no more, then record the discharge.',
  },
  'discharge-incomplete': {
    sentence: 'Something that must be arranged before the person leaves is missing.',
    fix: 'Arrange what is named as missing and record it, then record the discharge.',
  },
  'discharge-not-recorded': {
    sentence: 'This programme follows people up after hospital, so a delay ends with the discharge itself.',
    fix: 'Record the discharge: it ends the delay.',
  },
  'keys-need-contact': {
    sentence: 'The keys are handed over when offices are closed, or about to close.',
    fix: 'Name who can be reached out of hours, or hand the keys over on a working day before the evening.',
  },
  'before-move-incomplete': {
    sentence: 'Something that must happen before the person moves in is missing.',
    fix: 'Read what is named as missing, with how to put each right, then record the arrival.',
  },
  'set-aside-by-you': {
    sentence: 'You set aside something that must happen before this move.',
    fix: 'Somebody else records that the person has moved in.',
  },
  'caseload-full': {
    sentence: 'This worker has as many people as they may have.',
    fix: 'Choose another worker, or nobody for now.',
  },
  'worker-already-named': {
    sentence: 'This person already has a worker in that part, or this worker already.',
    fix: 'Hand over from the worker they have, or end that first.',
  },
  'cover-not-possible': {
    sentence: 'This worker cannot cover then.',
    fix: 'Name another worker, one who is not away on any of those days.',
  },
  'worker-unknown': {
    sentence: 'We do not know this worker.',
    fix: 'Add the worker first, or name another or nobody.',
  },
  'organisation-unknown': {
    sentence: 'We do not know this organisation.',
    fix: 'Add the organisation first, or name another or none.',
  },
  'skill-unknown': {
    sentence: 'This rating names a skill that the person’s programme does not rate, or none at all.',
    fix: 'Rate the skills of their programme.',
  },
  'evidence-missing': {
    sentence: 'A worker’s rating says what was seen for each skill it rates, and for no other.',
    fix: 'Say for each skill what you saw, and what kind of evidence it is.',
  },
  'not-your-rating': {
    sentence: 'A worker records their own rating or the person’s, never that of another worker.',
    fix: 'Ask the other worker to record what they found.',
  },
  'second-rating-not-possible': {
    sentence: 'A second rating is of an earlier assessment by another worker that nobody has rated twice.',
    fix: 'Record it as an assessment of its own.',
  },
  'too-many-facts': {
    sentence: 'As many facts are on record of this person as can be kept.',
    fix: 'Record here what bears on a home, and keep the rest in the case notes.',
  },
};
