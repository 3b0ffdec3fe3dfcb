import { decisionXml, fileXml, inputXml, literalXml, oneTable, tableXml } from '../example.js';
import { lintDecisions } from '../index.js';
import { covers, gaps, overlaps, union, valuesOf, written } from './intervals.js';
import { rules } from './rules/index.js';

/** For each rule: a file that keeps it, one that breaks it, and the element then named. */
const examples: Record<string, { right: string; wrong: string; element: string }> = {
  'no-rule': {
    right: oneTable({ rules: ['> 1 | 1'] }),
    wrong: oneTable({ rules: [] }),
    element: 'd',
  },
  'rule-unreachable': {
    right: oneTable({ hit: 'FIRST', rules: ['> 5 | 1', '> 3 | 2', '- | 3'] }),
    wrong: oneTable({ hit: 'FIRST', rules: ['> 5 | 1', '- | 2', '< 3 | 3'] }),
    element: 'r3',
  },
  'rules-overlap': {
    right: oneTable({ rules: ['[80..90) | 1', '[90..100) | 2', '>= 100 | 3'] }),
    wrong: oneTable({ rules: ['[80..90] | 1', '[90..100) | 2', '>= 100 | 3'] }),
    element: 'r2',
  },
  'values-uncovered': {
    right: oneTable({ rules: ['[80..89] | 1', '[90..100) | 2'] }),
    wrong: oneTable({ rules: ['[80..88] | 1', '[90..100) | 2'] }),
    element: 'i1',
  },
  'input-unused': {
    right: oneTable({ inputs: ['x', 'z'], rules: ['1 | - | 1', '2 | 2 | 2'] }),
    wrong: oneTable({ inputs: ['x', 'z'], rules: ['1 | - | 1', '2 |  | 2'] }),
    element: 'i2',
  },
  'expression-wrong': {
    right: oneTable({ rules: ['contains(?, "a") | count([x])'] }),
    wrong: oneTable({ rules: ['contians(?, "a") | count([x])'] }),
    element: 'r1',
  },
  'variable-unknown': {
    right: fileXml(
      inputXml('x') + decisionXml('d', tableXml({ rules: ['"高" | x'] }), { inputs: ['x'] }),
    ),
    wrong: fileXml(
      inputXml('x') + decisionXml('d', tableXml({ rules: ['高 | x'] }), { inputs: ['x'] }),
    ),
    element: 'd',
  },
};

describe('each rule', () => {
  it('has its examples here', () => {
    expect(Object.keys(examples).sort()).toEqual(rules.map(({ name }) => name).sort());
  });

  it.each(Object.entries(examples))('%s finds nothing in the right file', async (_, { right }) => {
    expect(await lintDecisions(right)).toEqual([]);
  });

  it.each(Object.entries(examples))('%s finds the wrong one', async (name, { wrong, element }) => {
    const found = (await lintDecisions(wrong)).filter(({ rule }) => rule === name);
    expect(found).toMatchObject([{ element }]);
    expect(found[0]?.message).toMatch(/请/);
  });
});

const foundIn = async (xml: string) =>
  (await lintDecisions(xml)).map(({ rule, element, message }) => [rule, element, message]);

describe('an unreachable rule', () => {
  it('is found where the rules before it together leave nothing', async () => {
    const xml = oneTable({ hit: 'FIRST', rules: ['< 5 | 1', '>= 5 | 2', '7 | 3'] });
    expect(await foundIn(xml)).toMatchObject([['rule-unreachable', 'r3', expect.anything()]]);
    const both = oneTable({ hit: 'FIRST', rules: ['< 5 | 1', '> 3 | 2', '[2..8] | 3'] });
    expect(await foundIn(both)).toMatchObject([
      ['rule-unreachable', 'r3', expect.stringContaining('合起来')],
    ]);
  });

  it('is none that null still reaches', async () => {
    expect(
      await foundIn(oneTable({ hit: 'FIRST', rules: ['< 5 | 1', '>= 5 | 2', '- | 3'] })),
    ).toEqual([]);
  });

  it('is found over several inputs, and only where every one is covered', async () => {
    const rulesOf = (last: string) => ['> 1 | "a","b" | 1', last];
    const lint = (last: string) =>
      foundIn(oneTable({ hit: 'FIRST', inputs: ['x', 'z'], rules: rulesOf(last) }));
    expect(await lint('> 2 | "a" | 2')).toMatchObject([
      ['rule-unreachable', 'r2', expect.anything()],
    ]);
    expect(await lint('> 2 | "c" | 2')).toEqual([]);
    expect(await lint('> z | "a" | 2')).toEqual([]);
  });
});

describe('overlapping rules', () => {
  it('are found only where every input overlaps', async () => {
    const lint = (second: string) =>
      foundIn(oneTable({ inputs: ['x', 'z'], rules: ['> 1 | true | 1', second] }));
    expect(await lint('> 2 | true | 2')).toMatchObject([
      ['rules-overlap', 'r2', expect.stringContaining('第 1 条和第 2 条')],
    ]);
    expect(await lint('> 2 | false | 2')).toEqual([]);
  });

  it('of ANY matter only when their outputs differ', async () => {
    expect(await foundIn(oneTable({ hit: 'ANY', rules: ['> 1 | 1', '> 2 | 1'] }))).toEqual([]);
    expect(await foundIn(oneTable({ hit: 'ANY', rules: ['> 1 | 1', '> 2 | 2'] }))).toMatchObject([
      ['rules-overlap', 'r2', expect.anything()],
    ]);
  });

  it('are not guessed at where a test is no constant', async () => {
    expect(
      await foundIn(oneTable({ inputs: ['x', 'z'], rules: ['> z | - | 1', 'z | 1 | 2'] })),
    ).toEqual([]);
  });
});

describe('uncovered values', () => {
  it('are those of the list that no rule takes', async () => {
    const xml = oneTable({
      inputs: [{ of: 'x', allowed: '"a","b","c"' }],
      rules: ['"a" | 1', 'not("a","c") | 2'],
    });
    expect(await foundIn(xml)).toMatchObject([
      ['values-uncovered', 'i1', expect.stringContaining('取 "c" 时')],
    ]);
  });

  it('are a boolean’s other value', async () => {
    const xml = oneTable({ inputs: [{ of: 'x', type: 'boolean' }], rules: ['true | 1'] });
    expect(await foundIn(xml)).toMatchObject([
      ['values-uncovered', 'i1', expect.stringContaining('false')],
    ]);
  });

  it('do not matter with a default, nor where hits are collected', async () => {
    const rulesWithGap = ['[1..2] | 1', '[4..5] | 2'];
    expect(
      await foundIn(oneTable({ outputs: [{ of: 'y', default: '0' }], rules: rulesWithGap })),
    ).toEqual([]);
    expect(await foundIn(oneTable({ hit: 'COLLECT', rules: rulesWithGap }))).toEqual([]);
  });
});

it('input data and required decisions that nothing reads are named', async () => {
  const xml = fileXml(
    inputXml('x') +
      inputXml('lost') +
      decisionXml('a', literalXml('1')) +
      decisionXml('d', literalXml('1'), { inputs: ['x'], decisions: ['a'] }),
  );
  expect(await foundIn(xml)).toMatchObject([
    ['input-unused', 'lost', expect.anything()],
    ['input-unused', 'd', expect.stringContaining('“x”')],
    ['input-unused', 'd', expect.stringContaining('“a”')],
  ]);
});

it('a file that cannot be read gives only the reasons why', async () => {
  expect(await lintDecisions('<a>')).toMatchObject([{ rule: 'xml-invalid' }]);
});

describe('sets of values', () => {
  const set = (tests: string) => valuesOf(tests)!;

  it.each([
    ['< 5', '[5..7]', false],
    ['<= 5', '[5..7]', true],
    ['(1..2)', '(2..3)', false],
    ['"a","b"', '"b"', true],
    ['"a"', '1', false],
    ['not(1)', '1', false],
    ['not(1)', 'null', true],
    ['-', 'date("2026-01-01")', true],
    ['< date("2026-01-01")', '>= date("2025-12-31")', true],
    ['!= "a"', 'not("b")', true],
  ])('%s and %s overlap: %s', (a, b, expected) => {
    expect(overlaps(set(a), set(b))).toBe(expected);
    expect(overlaps(set(b), set(a))).toBe(expected);
  });

  it.each([
    ['[1..5]', '[2..3], 4', true],
    ['[1..3), [3..5]', '[2..4]', true],
    ['[1..3), (3..5]', '[2..4]', false],
    ['-', 'null', true],
    ['> 0', '-', false],
    ['not("a")', '"b"', true],
  ])('%s covers %s: %s', (a, b, expected) => {
    expect(covers(set(a), set(b))).toBe(expected);
  });

  it('have gaps between their ranges', () => {
    const all = union(set('[1..3)'), set('(5..8], 10'))!;
    expect(gaps(all).map(written)).toEqual(['[3..5]', '(8..10)']);
    expect(gaps(set('1, 5, 9'))).toEqual([]);
    expect(gaps(set('[1..4], [5..6)'))).toEqual([]);
    const days = '<= date("2026-01-31"), >= date("2026-02-01")';
    expect(gaps(set(days))).toEqual([]);
  });

  it('are unknown for anything but constants', () => {
    for (const tests of ['x', '> x', '? > 1', '[1..x]', 'f(1)', '"a", x']) {
      expect(valuesOf(tests)).toBeUndefined();
    }
  });
});
