import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from '../../functions/cli/program.ts';
import { Day } from '../../shared/domain/day.ts';
import { allRules } from '../../shared/matching/checks/rules.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');
const blocks = [...readme.matchAll(/```\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

async function output(...args: string[]): Promise<string> {
  const out: string[] = [];
  const io = {
    out: (text: string) => out.push(text),
    err: () => undefined,
    progress: false,
    today: Day.parse('2026-04-20'),
  };
  expect(await run(args, io)).toBe(0);
  return out.join('\n');
}

const fixture = `${root}tests/fixtures/one-chain`;

describe('the README', () => {
  test('shows the chain as the command prints it', async () => {
    const printed = await output('plan', fixture, '--on', '2026-04-20');
    const block = blocks.find((one) => one.startsWith('A chain of 3 moves'));
    for (const line of block?.trimEnd().split('\n') ?? ['no block']) expect(printed).toContain(line);
  });

  test('shows the points as the command prints them', async () => {
    const printed = await output('explain', fixture, '--on', '2026-04-20', '--person', 'patient');
    const block = blocks.find((one) => one.startsWith('How well it fits'));
    expect(printed).toContain(block?.trimEnd() ?? 'no block');
  });

  test('names no command the program does not have, and every one it has', async () => {
    const help = await output('--help');
    const commands = [...readme.matchAll(/homeward -- ([a-z-]+)/g)].map((match) => match[1]);
    for (const command of new Set(commands)) expect(help).toContain(`${command} `);
    for (const command of ['plan', 'explain', 'why-not', 'solve', 'templates'])
      expect(commands).toContain(command);
  });

  test('counts the rules there are', () => {
    expect(readme).toContain(`${allRules.length} declared rules`);
  });

  test('names every script it shows', () => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
    for (const [, script] of readme.matchAll(/npm run ([a-z:-]+)/g))
      expect(Object.keys(scripts)).toContain(script);
  });
});
