// Runs before `npm run demo` and `npm test`, so a fresh clone needs no install step. Plain JavaScript: it has to run
// on the oldest Node that npm may bring, before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const oldestNode = 20;
const nodeThatRunsTypeScript = 24;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** @returns the packages a lock file lists by folder, or null when there is no such file (or only a torn one) */
function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(root + path, 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * Compares what is installed with what is locked, not the files' times: a checkout touches the lock without changing
 * it. npm writes its list last, so an install that was cut short has none. Packages for other platforms may lack.
 */
function upToDate() {
  const locked = lockedPackages('package-lock.json');
  const installed = lockedPackages('node_modules/.package-lock.json');
  if (!locked || !installed) return false;
  const wanted = Object.keys(locked).filter((folder) => folder !== '');
  return (
    wanted.every((folder) => {
      const here = installed[folder];
      if (!here) return locked[folder].optional === true;
      return here.version === locked[folder].version && here.integrity === locked[folder].integrity;
    }) && Object.keys(installed).every((folder) => folder in locked)
  );
}

/** Uses the npm and the Node that started this script, as the Node inside node_modules is about to be replaced. */
function install() {
  console.error('Installing packages (about half a minute, only when they changed) …');
  const flags = ['ci', '--loglevel=error', '--no-audit', '--no-fund'];
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  const options = { cwd: root, stdio: 'inherit' };
  return npm && node
    ? spawnSync(node, [npm, ...flags], options)
    : spawnSync('npm', flags, { ...options, shell: process.platform === 'win32' });
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

const major = Number(process.versions.node.split('.')[0]);
if (major < oldestNode) {
  stop(
    `Homeward needs Node ${oldestNode} or newer and this is ${process.version}: install it from https://nodejs.org and try again.`,
  );
}
if (!upToDate() && install().status !== 0) {
  stop('The packages could not be installed: see npm’s message above, then try again.');
}
// Linux and Windows get a Node with the packages; npm scripts find it first. Elsewhere the outer one has to do.
const ownNode = ['node', 'node.cmd'].some((file) => existsSync(`${root}node_modules/.bin/${file}`));
if (!ownNode && major < nodeThatRunsTypeScript) {
  stop(
    `Homeward needs Node ${nodeThatRunsTypeScript} on this kind of machine and this is ${process.version}: install it from https://nodejs.org and try again.`,
  );
}
