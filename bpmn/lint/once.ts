/** What rules ask for again and again is found out once for each thing, and kept as long as it is. */
export function once<K extends object, V>(find: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { value: V }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.value;
    const value = find(key);
    known.set(key, { value });
    return value;
  };
}
