/** So many names are told; the rest by their number. */
const NAMED = 5;

/** Names in a sentence, however many there are. */
export function told(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return names.slice(0, NAMED).join('、') + (rest > 0 ? ` 等 ${names.length} 项` : '');
}
