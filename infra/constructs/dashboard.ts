import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { doors } from '../../functions/doors.ts';
import type { Stage } from '../stages.ts';
import { ofApi, ofDoor, type TableMeasures, waitingAside } from './measures.ts';

/** Columns of a dashboard. */
const across = 24;

/** One page that says how the service is: what is wrong first, then from the caller inwards. */
export function dashboard(
  scope: Construct,
  stage: Stage,
  table: TableMeasures,
  alarms: readonly IAlarm[],
): Dashboard {
  const every = (name: Parameters<typeof ofDoor>[2]): IMetric[] =>
    doors.map((door) => ofDoor(stage, door.name, name).with({ label: door.name }));
  const later = doors.filter(({ trigger }) => trigger !== 'api');
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: `homeward-${stage.name}`,
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: across })],
      [
        graph('Requests', [
          ofApi(stage, 'Count', Stats.SUM),
          ofApi(stage, '4xx', Stats.SUM),
          ofApi(stage, '5xx', Stats.SUM),
        ]),
        graph('Milliseconds to the answer', [
          ofApi(stage, 'Latency', Stats.p(50)),
          ofApi(stage, 'Latency', Stats.p(95)),
        ]),
      ],
      [
        graph('Runs of each door', every('Invocations')),
        graph('Milliseconds of a run, 95 of 100', every('Duration')),
      ],
      [graph('Runs that failed', every('Errors')), graph('Runs turned away', every('Throttles'))],
      [
        graph(
          'Milliseconds a change waits',
          doors
            .filter(({ trigger }) => trigger === 'stream')
            .map(({ name }) => ofDoor(stage, name, 'IteratorAge')),
        ),
        graph(
          'Set aside',
          later.map(({ name }) => waitingAside(stage, name).with({ label: name })),
        ),
      ],
      [
        graph('Units of the table', [table.unitsRead, table.unitsWritten]),
        graph('Requests the table turned away', [table.throttles]),
      ],
      [graph('Faults of the table', [table.systemErrors])],
    ],
  });
}

const graph = (title: string, left: IMetric[]): GraphWidget =>
  new GraphWidget({ title, left, width: across / 2 });
