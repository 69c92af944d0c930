import { allRules } from './checks/rules.ts';
import { notFreed } from './unplaced.ts';

/** What a rule that does not pass means, in a few plain words; a rule without words of its own gives its question. */
export function ruleWords(rule: string): string {
  return words[rule] ?? allRules.find((one) => one.id === rule)?.question ?? rule;
}

const words: Readonly<Record<string, string>> = {
  'request-ready': 'The request is not ready to place',
  'room-free': 'The room is not free',
  stage: 'No home of the stage they ask for',
  'step-down': 'It would not be a step down in support',
  'support-level': 'The home gives too low a level of support',
  'support-hours': 'The home gives too few hours of support',
  'sleep-in': 'No staff in the home at night',
  'self-contained': 'They need a self-contained home',
  'women-or-men': 'Homes for women or men only',
  'step-free': 'Step-free access',
  'wet-room': 'A wet room',
  floor: 'The floor the room is on',
  'room-persons': 'The room is for fewer people',
  'room-size': 'The room is too small in law',
  pets: 'The home’s rule on pets',
  smoking: 'The home’s rule on smoking',
  'substance-free': 'Substance-free homes',
  risk: 'A current risk the home cannot support',
  'their-no': 'They said no',
  children: 'The home takes no children',
  'cot-space': 'Space for a cot',
  'safety-plan': 'No current safety plan',
  'needs-known': 'Their needs were not assessed lately',
  readiness: 'Readiness for the next stage',
  'worker-free': 'No worker free in the home’s team',
  eligible: 'Not somebody the programme is for',
  age: 'The home’s age band',
  'registered-for-16-17': 'Under 18, and the home is not registered with Ofsted',
  'local-connection': 'A local connection',
  'kept-apart': 'Somebody they must be kept apart from lives there',
  'licence-persons': 'The licence’s limit of people',
  'licence-households': 'The licence’s limit of households',
  'mix-high-risk': 'The home’s cap on high risks',
  'mix-early-recovery': 'The home’s cap on early recovery',
  exploitation: 'A risk of exploitation among those who live there',
  'declined-before': 'A no to this very move, with nothing changed since',
  'provider-ban': 'An organisation that will not take them for now',
  'exclusion-zone': 'An area they must stay out of',
  affordable: 'The charges they would have to pay',
  'in-service': 'The room is out of service',
  lease: 'The lease of the home ends too soon',
  'in-time': 'No room in time',
  [notFreed]: 'Its resident has nowhere to move to in time',
};
