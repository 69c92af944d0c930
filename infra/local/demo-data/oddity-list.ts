/** Somebody or something in the demo data that a plain example would not have. */
export interface Oddity {
  /** Its `sourceReference`; for a room or home, that of the room or home. */
  readonly reference: string;
  readonly what: string;
}

/** What Southampton holds to be tried out. The references are the same for every day, seed and size. */
export const oddities = [
  { reference: 'no-nhs-number', what: 'A young man on friends’ sofas who has no NHS number to give' },
  { reference: 'turns-18-while-waiting', what: 'A 17-year-old in a children’s home who turns 18 in 24 days' },
  {
    reference: 'six-weeks-from-21',
    what: 'A resident of 20 who turns 21, and too old for the programme, in 42 days',
  },
  { reference: 'dog-owner', what: 'A young man whose dog most homes will not take' },
  { reference: 'assistance-dog', what: 'A young man whose assistance dog goes where assistance animals may' },
  {
    reference: 'conflict-resident',
    what: 'Must not share a home with conflict-newcomer; lives in Willow House',
  },
  { reference: 'conflict-newcomer', what: 'Must not share a home with conflict-resident; waits for a place' },
  {
    reference: 'alder-house',
    what: 'Four bedrooms, and an office in which staff sleep; for women of 19 and over',
  },
  {
    reference: 'rowan-house',
    what: 'Five people, so it is licensed; for women, reviewed; its address is confidential',
  },
  {
    reference: 'hawthorn-house',
    what: 'Four people without a licence: a fifth would call for one, a baby counts',
  },
  { reference: 'willow-house', what: 'Its lease ends in 75 days' },
  { reference: 'willow-house-room-4', what: 'Vacant, and at 6.2 m² smaller than anybody may sleep in' },
  {
    reference: 'unfit-again',
    what: 'A patient ready to leave, unwell again, and ready once more: two periods of delay',
  },
  {
    reference: 'no-local-connection',
    what: 'A care leaver without a local connection, of whom none may be asked',
  },
  { reference: 'declined-twice', what: 'Has said no to two homes, and loses nothing by it' },
  {
    reference: 'wheelchair-user',
    what: 'A patient who needs a step-free home with a wet room, of which there are few',
  },
  { reference: 'expecting-a-baby', what: 'A resident expecting a baby in ten weeks, in a room of 7.4 m²' },
  {
    reference: 'missing-evidence',
    what: 'A young man about whom much is not written down: unknown is not yes',
  },
  {
    reference: 'stale-readiness',
    what: 'A resident last rated 170 days ago, ready then, whose rating no longer counts',
  },
  {
    reference: 'wide-exclusion-zone',
    what: 'A young man who may not live within 3 km of SO18, which is half the city',
  },
  {
    reference: 'asks-for-halal-food',
    what: 'A young man who asks for a home where food can be kept and cooked halal',
  },
  {
    reference: 'banned-for-now',
    what: 'A patient whom the landlord of every Step Out flat will not take for another 30 days',
  },
  {
    reference: 'safety-plan-too-old',
    what: 'A patient at high risk of self-harm whose safety plan is 120 days old',
  },
] as const satisfies readonly Oddity[];

/** What Somerset holds beside them: support without a bed and without an end. */
export const somersetOddities = [
  {
    reference: 'dog-owner-in-hostels',
    what: 'A woman with a dog who has waited in hostels for years, which lowers nothing of what she is offered',
  },
  {
    reference: 'in-support-alone',
    what: 'In support without a request, a room or a last day',
  },
  {
    reference: 'contract-ended',
    what: 'In support after the programme’s contract ended in April: the end of money ends nobody’s support',
  },
  {
    reference: 'no-nhs-number-rough-sleeper',
    what: 'Sleeps rough, has no NHS number and no local connection',
  },
] as const satisfies readonly Oddity[];

/** What Sefton holds beside them. */
export const seftonOddities = [
  {
    reference: 'baby-due-near-contact-venue',
    what: 'Expects a baby in nine weeks, needs a home four weeks before, near the venue where she sees her child',
  },
  {
    reference: 'keeps-away-from-ex-partner',
    what: 'Leaves a refuge, and by order of a court may not live within 4 km of PR8',
  },
  {
    reference: 'in-groups-alone',
    what: 'Comes to groups and courses, needs no home, and would like to work',
  },
  {
    reference: 'not-asked-about-children',
    what: 'Nobody has asked her about her children yet: unknown is not yes',
  },
] as const satisfies readonly Oddity[];
