/** What must hold of every table, not only of those somebody thought of. */
import fc from 'fast-check';
import { evaluateDecision, hashDecisions, lintDecisions } from './index.js';
import { modelOf, oneTable } from './example.js';
import { covers, overlaps, valuesOf } from './lint/intervals.js';
import { testUnary } from '../feel/index.js';

const AT = 0;
const value = fc.integer({ min: 0, max: 6 });
const bound = fc.constantFrom('[', '(');
const test = fc.oneof(
  value.map(String),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '!='), value).map(([op, x]) => `${op} ${x}`),
  fc
    .tuple(bound, value, value)
    .map(([open, a, b]) => `${open}${Math.min(a, b)}..${Math.max(a, b)}]`),
  fc.constant('-'),
);
const tests = fc.oneof(
  fc
    .array(
      test.filter((each) => each !== '-'),
      { minLength: 1, maxLength: 3 },
    )
    .map((all) => all.join(', ')),
  fc.array(value, { minLength: 1, maxLength: 3 }).map((all) => `not(${all.join(', ')})`),
  test,
);
const rule = fc.tuple(tests, tests, value).map(([x, z, output]) => `${x} | ${z} | ${output}`);
const rules = fc.array(rule, { minLength: 1, maxLength: 5 });

const passes = (test: string, x: number | null): boolean => {
  const result = testUnary(test, x, {}, AT);
  return result.ok && result.passes;
};

/** Outputs of the rules that match, worked out without the engine's table. */
const expected = (all: string[], x: number | null, z: number | null): number[] =>
  all.flatMap((each) => {
    const [a = '', b = '', output] = each.split(' | ');
    return passes(a, x) && passes(b, z) ? [Number(output)] : [];
  });

const input = fc.option(value, { nil: null });

describe('every table', () => {
  it('answers by its hit policy from the rules that match', async () => {
    await fc.assert(
      fc.asyncProperty(rules, input, input, async (all, x, z) => {
        const hits = expected(all, x, z);
        const decide = async (hit: string) => {
          const outputs = [{ of: 'y', allowed: '6,5,4,3,2,1,0' }];
          const xml = oneTable({ hit, inputs: ['x', 'z'], outputs, rules: all });
          const result = evaluateDecision(await modelOf(xml), 'd', { x, z }, AT);
          return result.ok ? result.value : result.failure.code;
        };
        const one = (answer: number | undefined) => (hits.length > 0 ? answer : null);
        const falling = [...hits].sort((a, b) => b - a);
        expect(await decide('UNIQUE')).toEqual(
          hits.length > 1 ? 'hit-policy-unique' : one(hits[0]),
        );
        expect(await decide('ANY')).toEqual(
          new Set(hits).size > 1 ? 'hit-policy-any' : one(hits[0]),
        );
        expect(await decide('FIRST')).toEqual(one(hits[0]));
        expect(await decide('PRIORITY')).toEqual(one(falling[0]));
        expect(await decide('RULE ORDER')).toEqual(hits);
        expect(await decide('OUTPUT ORDER')).toEqual(falling);
        expect(await decide('COLLECT')).toEqual(hits);
        expect(await decide('COLLECT SUM')).toEqual(one(hits.reduce((a, b) => a + b, 0)));
        expect(await decide('COLLECT MIN')).toEqual(one(Math.min(...hits)));
        expect(await decide('COLLECT MAX')).toEqual(one(Math.max(...hits)));
        expect(await decide('COLLECT COUNT')).toEqual(hits.length);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('says the same when it comes back from JSON, under the same hash', async () => {
    await fc.assert(
      fc.asyncProperty(rules, input, input, async (all, x, z) => {
        const model = await modelOf(oneTable({ hit: 'COLLECT', inputs: ['x', 'z'], rules: all }));
        const again = JSON.parse(JSON.stringify(model)) as typeof model;
        expect(hashDecisions(again)).toBe(hashDecisions(model));
        expect(evaluateDecision(again, 'd', { x, z }, AT)).toEqual(
          evaluateDecision(model, 'd', { x, z }, AT),
        );
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

describe('the lint', () => {
  it('tells sets of values as FEEL tests them', () => {
    fc.assert(
      fc.property(tests, tests, (a, b) => {
        const [one, other] = [valuesOf(a)!, valuesOf(b)!];
        const all = [null, ...Array.from({ length: 27 }, (_, index) => index / 4 - 0.25)];
        const inOne = all.filter((x) => passes(a, x));
        const inOther = all.filter((x) => passes(b, x));
        expect(overlaps(one, other)).toBe(inOne.some((x) => inOther.includes(x)));
        // `-` takes texts and dates too, which no range of numbers covers.
        if (b === '-') return;
        expect(covers(one, other)).toBe(inOther.every((x) => inOne.includes(x)));
      }),
      { numRuns: 500 },
    );
  });

  it('calls unreachable only rules that take no value', async () => {
    await fc.assert(
      fc.asyncProperty(rules, input, input, async (all, x, z) => {
        const numbered = all.map((each, index) => each.replace(/\d+$/, String(index + 1)));
        const xml = oneTable({ hit: 'FIRST', inputs: ['x', 'z'], rules: numbered });
        const found = await lintDecisions(xml);
        const dead = found.flatMap(({ rule, element }) =>
          rule === 'rule-unreachable' ? [element] : [],
        );
        const result = evaluateDecision(await modelOf(xml), 'd', { x, z }, AT);
        expect(dead).not.toContain(`r${result.ok ? String(result.value) : ''}`);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
