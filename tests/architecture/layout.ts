const folders = ['infra', 'functions', 'shared', 'tests'];
const files = [
  'cdk.json',
  'package.json',
  'tsconfig.json',
  'README.md',
  'package-lock.json',
  'LICENSE',
  'CHANGELOG.md',
];

/** @returns one line for each entry at the top that does not belong there or is not there, dotfiles apart */
export function wrongTop(paths: readonly string[]): string[] {
  const entries = new Set(paths.map((path) => (path.includes('/') ? `${path.split('/')[0]}/` : path)));
  const wanted = [...folders.map((folder) => `${folder}/`), ...files];
  return [
    ...[...entries]
      .filter((entry) => !entry.startsWith('.') && !wanted.includes(entry))
      .map((entry) => `${entry} does not belong at the top`),
    ...wanted.filter((entry) => !entries.has(entry)).map((entry) => `${entry} is missing`),
  ];
}
