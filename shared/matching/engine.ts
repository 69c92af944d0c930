/**
 * The face of the engine. `compile` turns facts into a problem, `plan` solves it, `explain` and `whyNot` answer for it.
 * Pure: the same facts, policy, models and day give the same bytes.
 */
export { compile, type Problem } from './compile.ts';
export { type Explanation, explain } from './explain.ts';
export type { Facts } from './facts.ts';
export { plan } from './plan.ts';
export { type WhatIf, whatIf } from './what-if.ts';
export type { Change } from './what-if-facts.ts';
export { type WhyNot, whyNot } from './why-not.ts';
