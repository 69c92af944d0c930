import { Instant, londonDay } from '../../shared/domain/day.ts';
import { run } from './program.ts';

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  progress: process.stderr.isTTY === true,
  today: londonDay(Instant.parse(new Date().toISOString())),
});
