import { demoUsers } from './demo-users.ts';

/** What somebody who has just started the demo needs to know: where the data is, who they can be, and a first call. */
export function greeting(url: string, folder: string): string[] {
  const width = Math.max(...demoUsers.map(({ id }) => id.length));
  const token = `$(curl -s -H 'accept: text/plain' -d '{"user":"officer"}' ${url}/local/token)`;
  return [
    `Everybody here is made up. The data is kept in ${folder}; npm run demo -- --fresh starts anew.`,
    '',
    `Open ${url} in a browser and choose who to be: officer lists vacancies, ward sees patients, panel decides.`,
    'Kestrel Court 7 came free today, and nobody has listed it: the README goes on from there, in ten minutes.',
    '',
    'Demo users:',
    ...demoUsers.map(({ id, does }) => `  ${id.padEnd(width)}  ${does}`),
    '',
    'A call that works, as the officer:',
    `  curl -s ${url}/v1/plans/current -H "authorization: Bearer ${token}"`,
    '',
    'The time can be moved on:',
    `  curl -s -d '{"forwardDays":7}' ${url}/local/clock`,
    '',
    'What everybody was told, as messages:',
    `  curl -s -H 'accept: text/plain' ${url}/local/mailbox`,
    '',
  ];
}
