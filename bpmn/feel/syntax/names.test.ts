/** Names with symbols in them are found in the values that there are. */
import { valueOf } from '../testing/values.js';
import { keysWithin } from './names.js';

describe('names with symbols', () => {
  it('are looked for anew in lists, and in contexts that hold them', () => {
    const list: unknown[] = [];
    const holder = { list };
    expect(keysWithin({ list, holder })).not.toContain('a-b');
    list.push({ 'a-b': 1 });
    expect(keysWithin({ list })).toContain('a-b');
    expect(keysWithin({ holder })).toContain('a-b');
  });

  it('are looked for in so many values of all variables together', () => {
    const many = (from: number, count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`k${from + at}`, { [`n-${from + at}`]: 1 }]),
      );
    const found = [...keysWithin({ one: many(0, 1_500), other: many(1_500, 1_500) })];
    // both variables themselves, then what is in them
    expect(found.filter((name) => name.startsWith('n-'))).toHaveLength(1_997);
    expect(found).toContain('n-1499');
    expect(found).not.toContain('n-2999');
  });

  it('are found as quickly in the last of many rounds as in the first', () => {
    const rows = Array.from({ length: 2_000 }, (_, at) => ({ 'a-b': at }));
    expect(valueOf('sum(for row in rows return row.a-b)', { rows })).toBe(1_999_000);
  });
});
