/** What a form leaves behind of fields that nobody filled in. */
type Json = unknown;

/** Groups that every item has, whatever is said in them: no limit is a limit said. */
const KEPT = ['limits', 'guide', 'result', 'lead'];

/** Without empty texts and empty groups; lists stay, for an empty list says that there is nothing. */
export function pruned(item: Record<string, Json>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(item).flatMap(([name, value]) => {
      const kept = prune(value);
      if (kept !== undefined) return [[name, kept]];
      return KEPT.includes(name) && isGroup(value) ? [[name, {}]] : [];
    }),
  );
}

const isGroup = (value: Json): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function prune(value: Json): Json {
  if (value === '' || value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map(prune).filter((one) => one !== undefined);
  if (typeof value !== 'object') return value;
  const members = Object.entries(value as object)
    .map(([name, member]): [string, Json] => [name, prune(member)])
    .filter(([, member]) => member !== undefined);
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}
