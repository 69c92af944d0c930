import * as z from 'zod';

/** The name of a thing inside a model, in camelCase: stable, and read by code. */
export const CodeName = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,63}$/, 'must be a camelCase name such as ownTenancy');

/** Words for people. */
export const Text = z.string().regex(/\S/, 'must say something in words');

/**
 * Where a rule comes from: the programme document or law, and the part of it. "Assumes" starts the sentence that says
 * what the document leaves open and how the model fills it.
 */
export const Source = z.string().regex(/\S/, 'must name the document the rule comes from');

/** A count of things, never negative. */
export const Count = z.int().min(0);

/** An age in whole years. */
export const Years = z.int().min(0).max(120);
