import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDictionary } from '../../../shared/files/dictionary.ts';
import { templates } from '../../../shared/files/templates.ts';
import { serviceModels } from '../../../shared/services/index.ts';
import { CliError, type ExitCode, type Io } from '../io.ts';

const dictionaryFile = 'data-dictionary.md';

export function templatesCommand(folder: string, io: Io): ExitCode {
  const models = serviceModels();
  const files = new Map<string, string>([...templates(models), [dictionaryFile, dataDictionary(models)]]);
  const there = [...files.keys()].find((name) => existsSync(join(folder, name)));
  if (there)
    throw new CliError(
      `"${join(folder, there)}" is there already.`,
      'name an empty or a new folder, so that nothing is lost.',
      2,
    );
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  io.out(
    `Wrote ${files.size - 1} CSV files, each with made-up example rows to replace, and ${dictionaryFile} to ${folder}.`,
  );
  return 0;
}
