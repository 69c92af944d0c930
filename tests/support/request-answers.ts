/** A whole request for a place, part by part, as a form sends it. The person is made up. */
export const requestAnswers = {
  person: {
    known: 'no',
    name: 'Canary newcomer',
    'born-day': '4',
    'born-month': 'Mar',
    'born-year': '1991',
    nhsNumber: '999 000 0018',
    sex: 'female',
    groups: 'E',
    mentalHealthTeam: 'yes',
    care: 'none',
  },
  words: { asked: 'said', said: 'Somewhere quiet,\nnear my sister.', obtained: 'inPerson' },
  sharing: { basis: 'agreed', 'agreedOn-day': '15', 'agreedOn-month': '4', 'agreedOn-year': '2026' },
  ward: {
    programme: 'stepOut',
    ready: 'yes',
    'readyOn-day': '16',
    'readyOn-month': '4',
    'readyOn-year': '26',
    delayReason: 'J2',
    attributable: '07',
  },
  without: {
    'neededBy-day': '1',
    'neededBy-month': '6',
    'neededBy-year': '2026',
    ifNotHoused: 'They stay on the ward.',
    unsafe: 'no',
  },
  where: {
    near1: 'so17 1bj',
    nearKind1: 'family',
    nearMatters1: '3',
    area1: 'SO15',
    areaRadius1: '1.5',
    areaSetBy1: 'person',
  },
  needs: {
    'assessedOn-day': '10',
    'assessedOn-month': '4',
    'assessedOn-year': '2026',
    level: 'medium',
    hours: '7.5',
    sleepIn: 'notRequired',
    recovery: 'notApplicable',
    substanceFree: 'notRequired',
  },
  home: {
    ...{
      stepFree: 'notRequired',
      wetRoom: 'notRequired',
      floor: '2',
      selfContained: 'required',
      quiet: 'yes',
    },
    ...{ adults: '1', children: '0', pet: 'cat', assistance: 'no', smokes: 'outside' },
  },
  risks: {
    ...{ arson: 'none', violence: 'past', sexualHarm: 'none', exploitsOthers: 'none' },
    ...{ riskOfExploitation: 'low', cuckooing: 'notKnown', propertyDamage: 'none', toSelf: 'medium' },
  },
  money: { funding: 'benefits', canPay: '£95.50', before: '32', connection: 'yes' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** That somebody left hospital in the morning of the story, as a form sends it. */
export const leftAnswers = {
  ...{ 'leftOn-day': '20', 'leftOn-month': '4', 'leftOn-year': '2026', leftAt: '9:30' },
  ...{ destination: '19', accommodation: 'MH01', settled: 'Y' },
  ...{ 'keysOn-day': '20', 'keysOn-month': '4', 'keysOn-year': '2026', keysAt: '9:45' },
};

/** A try that reached them soon after. */
export const triedAnswers = {
  ...{ followUp: 'within72Hours', mode: 'phone', reached: 'yes', triedAt: '9:50' },
  ...{ 'triedOn-day': '20', 'triedOn-month': '4', 'triedOn-year': '2026' },
};
