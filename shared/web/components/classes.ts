/** Class names joined by spaces; what is false or missing is left out. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => name).join(' ');
}
