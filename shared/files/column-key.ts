/** What a column name comes down to: capitals, and what stands between its words, make no difference. */
export function columnKey(name: string): string {
  return name.replace(/[\s_-]+/g, '').toLowerCase();
}
