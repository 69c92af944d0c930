import { ComparisonOperator, type IMetric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { doors } from '../../functions/doors.ts';
import type { Stage } from '../stages.ts';
import { ofApi, ofDoor, type TableMeasures, waitingAside } from './measures.ts';

/** When somebody is called. */
export interface Alarmed {
  /** After the stage's own name. */
  readonly name: string;
  /** What is wrong, and what to look at first. */
  readonly about: string;
  readonly metric: IMetric;
  readonly threshold: number;
  readonly operator: ComparisonOperator;
  /** Periods in a row. */
  readonly periods: number;
  readonly missing: TreatMissingData;
}

/** Milliseconds within which 95 of 100 answers should be there. Assumes that whoever waits longer thinks it stuck. */
const patienceMilliseconds = 3000;

/** Milliseconds a change may wait for the engine: as long as it is tried again, or runs are behind. */
const behindMilliseconds = 10 * 60 * 1000;

/** Failures within a period from which on it is no passing one of a single request. */
const severalFailures = 3;

const atLeast = (threshold: number): Pick<Alarmed, 'threshold' | 'operator' | 'periods' | 'missing'> => ({
  threshold,
  operator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  periods: 1,
  missing: TreatMissingData.NOT_BREACHING,
});

/** Every alarm of a stage. */
export function alarmsOf(stage: Stage, table: TableMeasures): Alarmed[] {
  const api = { ...atLeast(severalFailures), metric: ofApi(stage, '5xx', Stats.SUM) };
  const slow = { ...atLeast(patienceMilliseconds), metric: ofApi(stage, 'Latency', Stats.p(95)), periods: 3 };
  return [
    ...doors.flatMap(({ name }) => ofOneDoor(stage, name)),
    { name: 'api-5xx', about: 'Requests end in a fault of ours: the logs say request-faulted.', ...api },
    { name: 'api-slow', about: 'Answers take long: see which door, and the table’s throttles.', ...slow },
    ...doors.filter(({ trigger }) => trigger === 'stream').map(({ name }) => behind(stage, name)),
    ...doors.filter(({ trigger }) => trigger !== 'api').map(({ name }) => aside(stage, name)),
    ...doors.filter(({ trigger }) => trigger === 'schedule').map(({ name }) => stopped(stage, name)),
    {
      name: 'table-throttles',
      about: 'The table refuses requests: one key is asked for too often, or a quota is reached.',
      metric: table.throttles,
      ...atLeast(1),
    },
    {
      name: 'table-system-errors',
      about: 'DynamoDB fails on its side: see the health of the region.',
      metric: table.systemErrors,
      ...atLeast(1),
    },
  ];
}

function ofOneDoor(stage: Stage, door: string): Alarmed[] {
  return [
    {
      name: `${door}-errors`,
      about: `The function of the door ${door} ends in an error or runs out of time: see its log.`,
      metric: ofDoor(stage, door, 'Errors'),
      ...atLeast(1),
    },
    {
      name: `${door}-throttles`,
      about: `Calls of the door ${door} are turned away: the account runs as many functions as it may.`,
      metric: ofDoor(stage, door, 'Throttles'),
      ...atLeast(1),
    },
  ];
}

function behind(stage: Stage, door: string): Alarmed {
  return {
    name: `${door}-behind`,
    about: 'Changes wait long for the engine: plans in force may be of old facts.',
    metric: ofDoor(stage, door, 'IteratorAge'),
    ...atLeast(behindMilliseconds),
  };
}

function aside(stage: Stage, door: string): Alarmed {
  return {
    name: `${door}-set-aside`,
    about: `The door ${door} could not deal with something: its queue of dead letters says where to look.`,
    metric: waitingAside(stage, door),
    ...atLeast(1),
  };
}

/** No figures at all is what a clock that stands still looks like. */
function stopped(stage: Stage, door: string): Alarmed {
  return {
    name: `${door}-stopped`,
    about: 'The clock does not run: holds that run out keep their rooms.',
    metric: ofDoor(stage, door, 'Invocations'),
    threshold: 1,
    operator: ComparisonOperator.LESS_THAN_THRESHOLD,
    periods: 2,
    missing: TreatMissingData.BREACHING,
  };
}
