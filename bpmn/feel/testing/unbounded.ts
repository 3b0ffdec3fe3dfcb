/** Expressions that would go on for ever, or take all memory, were they not stopped. */

const doubling = (times: number) =>
  `{${Array.from({ length: times }, (_, at) => (at === 0 ? 's0: "ab"' : `s${at}: s${at - 1} + s${at - 1}`)).join(', ')}}`;

export const UNBOUNDED: readonly string[] = [
  'count(for i in 1..100000000 return i)',
  'sum(for i in 1..10000 return sum(for j in 1..10000 return j))',
  'some i in 1..100000000 satisfies i < 0',
  'every i in 1..100000, j in 1..100000 satisfies i = i',
  '{f: function(n) f(n + 1), r: f(1)}.r',
  '{f: function(n) if n = 0 then 0 else f(n - 1) + f(n - 1), r: f(60)}.r',
  '{f: function(n) [f(n + 1)], r: f(1)}',
  'sort(for i in 1..2000 return modulo(i * 7919, 2003), function(a, b) sum(for k in 1..100 return k) > 0 and a < b)',
  'count((for i in 1..3000 return i)[count((for j in 1..3000 return j)[item > 1]) > 1])',
  doubling(60),
  'string join(for i in 1..100000 return "0123456789abcdef")',
  'distinct values(for i in 1..100000 return {a: i})',
  'flatten(for i in 1..1000 return for j in 1..1000 return j)',
  'string(for i in 1..190000 return 10 ** 30)',
  'for i in 1..100000000 return count(partial)',
  'count(concatenate(for i in 1..150000 return i, for i in 1..150000 return i))',
];
