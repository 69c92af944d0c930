/** The kind and place of an error. Its message may quote what was read, so it is left out, however many lines it has. */
export function placeOf(fault: unknown): { readonly fault: string; readonly at: string } {
  if (!(fault instanceof Error)) return { fault: 'unknown', at: '' };
  const at = fault.stack?.split('\n').find((line) => /^ {4}at \S.*:\d+:\d+\)?$/.test(line));
  return { fault: fault.name, at: at?.trim() ?? '' };
}
