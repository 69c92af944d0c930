import { problemLines } from './problem-lines.ts';
import { ServiceModel } from './service-model.ts';
import * as shippedFiles from './shipped.ts';

/**
 * Reads one service model.
 * @param file the name to call it by in the message
 * @throws Error when the model is broken: a line for every problem, with the path of the bad value, what is allowed
 *   and what was found
 */
export function parseServiceModel(json: unknown, file: string): ServiceModel {
  const parsed = ServiceModel.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new Error(problemLines(file, json, parsed.error.issues).join('\n'));
}

/**
 * Service models by id.
 * @throws Error when one is broken or two have the same id
 */
export function modelsById(
  files: readonly { file: string; json: unknown }[],
): ReadonlyMap<string, ServiceModel> {
  const models = new Map<string, ServiceModel>();
  for (const { file, json } of files) {
    const model = parseServiceModel(json, file);
    if (models.has(model.id))
      throw new Error(`${file}: id: must differ from every other model's; found "${model.id}"`);
    models.set(model.id, model);
  }
  return models;
}

/** The files the product comes with, in the order of their names: `stepOut` is `step-out.json`. */
export const modelFiles: readonly { readonly file: string; readonly json: unknown }[] = Object.entries(
  shippedFiles,
).map(([name, json]) => ({
  file: `${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.json`,
  json,
}));

const shipped = modelsById(modelFiles);

/** The models the product comes with, by id. Read once, when the program starts: a broken one stops it. */
export function serviceModels(): ReadonlyMap<string, ServiceModel> {
  return shipped;
}
