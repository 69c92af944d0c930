import { type Import, importsOf, type Source } from './source.ts';

/** A part of the project that arrows start from and point to: a folder, inside `shared` and `functions` one deeper. */
type Room = string;

// Each room and the rooms it may import from, itself apart.
const layers: Record<string, readonly string[]> = {
  tests: ['infra', 'functions', 'shared'],
  infra: ['functions', 'shared'],
  functions: ['shared'],
  shared: [],
};
const insideShared: Record<Room, readonly Room[]> = {
  domain: [],
  services: ['domain'],
  matching: ['domain', 'services'],
  files: ['domain', 'matching', 'services'],
  access: ['domain'],
  store: ['domain'],
  http: ['domain', 'access'],
  web: ['domain', 'access'],
  watch: [],
  usecases: ['domain', 'matching', 'services', 'access', 'store'],
};
// The packages of the rooms that must stay pure; no `node:` module at all.
const purePackages: Record<Room, readonly string[]> = {
  domain: ['zod', 'postcode'],
  matching: ['zod'],
};

/** @returns one line for each import against the arrows, empty when all point the right way */
export function wrongArrows(sources: readonly Source[]): string[] {
  const arrows = sources.flatMap(importsOf);
  return [...arrows.flatMap(wrongArrow), ...tsxReached(sources, arrows)];
}

function wrongArrow({ from, target, kind }: Import): string[] {
  const why = kind === 'local' ? wrongPlace(from, target) : wrongPackage(from, target, kind);
  return why ? [`${from} imports ${target}: ${why}`] : [];
}

function wrongPlace(from: string, target: string): string | null {
  const [layer = '', room = ''] = from.split('/');
  const [targetLayer = '', targetRoom = ''] = target.split('/');
  if (layer === 'tests' || !target.includes('/')) return null;
  if (target.endsWith('.tsx') && room !== 'web') return 'only web imports .tsx';
  if (layer !== targetLayer) {
    if (!layers[layer]?.includes(targetLayer)) return `${layer} may not use ${targetLayer}`;
    return targetRoom === 'usecases' && layer !== 'functions' ? 'only functions use usecases' : null;
  }
  if (layer !== 'shared' || room === targetRoom) return null;
  const allowed = insideShared[room];
  if (!allowed) return `${room} is no folder of shared`;
  return allowed.includes(targetRoom) ? null : `${room} may not use ${targetRoom}`;
}

function wrongPackage(from: string, target: string, kind: Import['kind']): string | null {
  const [layer, room = ''] = from.split('/');
  const allowed = layer === 'shared' ? purePackages[room] : undefined;
  if (!allowed) return null;
  if (kind === 'node') return `${room} is pure and uses no node: module`;
  return allowed.includes(target) ? null : `${room} may use ${allowed.join(', ')} and no other package`;
}

/** Node runs no .tsx, so the CDK app and the command line must not load one over however many steps. */
function tsxReached(sources: readonly Source[], arrows: readonly Import[]): string[] {
  const roots = sources
    .map(({ path }) => path)
    .filter((path) => path.startsWith('infra/') || path.startsWith('functions/cli/'));
  const loaded = new Set(roots);
  for (const path of loaded) {
    for (const { from, target, kind } of arrows) if (from === path && kind === 'local') loaded.add(target);
  }
  return [...loaded]
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => `${path}: loaded by the CDK app or the command line, where Node runs no .tsx`);
}
