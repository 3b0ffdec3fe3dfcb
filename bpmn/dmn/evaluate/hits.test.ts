import { evaluateDecision } from '../index.js';
import { modelOf, oneTable, type TableExample } from '../example.js';
import { readDecisions } from '../read/read.js';

const AT = Date.parse('2026-03-02T12:00:00Z');

async function decide(example: TableExample, variables: Record<string, unknown>) {
  return evaluateDecision(await modelOf(oneTable(example)), 'd', variables, AT);
}
const valueOf = async (example: TableExample, variables: Record<string, unknown>) => {
  const result = await decide(example, variables);
  return result.ok ? result.value : result.failure.code;
};
const refusalOf = async (example: TableExample) => {
  const { model, findings } = await readDecisions(oneTable(example));
  expect(model).toBeUndefined();
  return findings.map(({ rule }) => rule);
};

/** Three rules that overlap more the greater x is. */
const nested = (hit: string, outputs = ['10', '20', '5'], rest: Partial<TableExample> = {}) => ({
  hit,
  rules: outputs.map((output, index) => `> ${index} | ${output}`),
  ...rest,
});

describe('UNIQUE', () => {
  const bands = { rules: ['[80..90) | 50', '[90..100) | 100', '>= 100 | 500'] };

  it('answers with the only rule that matches', async () => {
    expect(await valueOf(bands, { x: 89.5 })).toBe(50);
    expect(await valueOf(bands, { x: 90 })).toBe(100);
    expect(await valueOf(bands, { x: 101 })).toBe(500);
  });

  it('is null when none matches', async () => {
    expect(await decide(bands, { x: 79 })).toMatchObject({ ok: true, value: null });
  });

  it('fails with the numbers of the rules when two match', async () => {
    expect(await decide(nested('UNIQUE'), { x: 2 })).toMatchObject({
      ok: false,
      failure: {
        code: 'hit-policy-unique',
        decision: 'd',
        message: expect.stringContaining('第 1、2 条规则同时命中'),
      },
    });
  });

  it('is meant where no hit policy is written', async () => {
    const xml = oneTable(nested('UNIQUE')).replace('hitPolicy="UNIQUE"', '');
    const result = evaluateDecision(await modelOf(xml), 'd', { x: 3 }, AT);
    expect(result).toMatchObject({ failure: { code: 'hit-policy-unique' } });
  });
});

describe('ANY', () => {
  it('answers when all that match agree, however they write it', async () => {
    expect(await valueOf(nested('ANY', ['1.0', '3 - 2', '1']), { x: 3 })).toBe(1);
  });

  it('compares all outputs', async () => {
    const example = { hit: 'ANY', outputs: ['a', 'b'], rules: ['> 0 | 1 | 2', '> 1 | 1 | 3'] };
    expect(await valueOf(example, { x: 1 })).toEqual({ a: 1, b: 2 });
    expect(await valueOf(example, { x: 2 })).toBe('hit-policy-any');
  });

  it('fails when they differ', async () => {
    expect(await decide(nested('ANY'), { x: 3 })).toMatchObject({
      failure: { code: 'hit-policy-any', message: expect.stringContaining('第 1、2、3 条') },
    });
  });
});

describe('FIRST', () => {
  it('answers with the first in the order of the rules', async () => {
    expect(await valueOf(nested('FIRST'), { x: 3 })).toBe(10);
  });

  it('does not look at the outputs of later rules', async () => {
    const example = nested('FIRST', ['1', '"文字"'], { outputs: [{ of: 'y', type: 'number' }] });
    expect(await valueOf(example, { x: 3 })).toBe(1);
  });
});

describe('PRIORITY', () => {
  const ranked = { of: 'y', allowed: '"高","中","低"' };

  it('answers with the output that stands first in the list of values', async () => {
    const example = nested('PRIORITY', ['"低"', '"高"', '"中"'], { outputs: [ranked] });
    expect(await valueOf(example, { x: 3 })).toBe('高');
    expect(await valueOf(example, { x: 1 })).toBe('低');
  });

  it('with several outputs ranks by the left one first, and equal ones by the order of rules', async () => {
    const example = {
      hit: 'PRIORITY',
      outputs: [ranked, { of: 'z', allowed: '2, 1' }, 'n'],
      rules: ['- | "中" | 2 | 1', '- | "高" | 1 | 2', '- | "高" | 2 | 3', '- | "高" | 2 | 4'],
    };
    expect(await valueOf(example, { x: 0 })).toEqual({ y: '高', z: 2, n: 3 });
  });

  it('fails for an output that is not in the list', async () => {
    const example = nested('PRIORITY', ['"极高"'], { outputs: [ranked] });
    expect(await valueOf(example, { x: 1 })).toBe('value-not-allowed');
  });

  it('is refused without a list of values', async () => {
    expect(await refusalOf(nested('PRIORITY'))).toEqual(['output-order-missing']);
    expect(await refusalOf(nested('OUTPUT ORDER'))).toEqual(['output-order-missing']);
  });

  it('takes the order from the type of the output', async () => {
    const type =
      '<itemDefinition name="等级"><typeRef>string</typeRef><allowedValues><text>"高","低"</text></allowedValues></itemDefinition>';
    const example = nested('PRIORITY', ['"低"', '"高"'], { outputs: [{ of: 'y', type: '等级' }] });
    const xml = oneTable(example).replace('<decision ', `${type}<decision `);
    expect(evaluateDecision(await modelOf(xml), 'd', { x: 2 }, AT)).toMatchObject({ value: '高' });
  });
});

describe('RULE ORDER and OUTPUT ORDER', () => {
  const outputs = [{ of: 'y', allowed: '5, 10, 20' }];

  it('answer with a list, in the order of the rules or of the values', async () => {
    expect(await valueOf(nested('RULE ORDER', undefined, { outputs }), { x: 3 })).toEqual([
      10, 20, 5,
    ]);
    expect(await valueOf(nested('OUTPUT ORDER', undefined, { outputs }), { x: 3 })).toEqual([
      5, 10, 20,
    ]);
  });

  it('keep every output of several as a context', async () => {
    const example = { hit: 'RULE ORDER', outputs: ['a', 'b'], rules: ['- | 1 | 2', '- | 3 | 4'] };
    expect(await valueOf(example, { x: 0 })).toEqual([
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ]);
  });

  it('answer with a list of one and with an empty one too', async () => {
    expect(await valueOf(nested('RULE ORDER'), { x: 1 })).toEqual([10]);
    expect(await valueOf(nested('RULE ORDER'), { x: 0 })).toEqual([]);
    expect(await valueOf(nested('OUTPUT ORDER', undefined, { outputs }), { x: 0 })).toEqual([]);
  });
});

describe('COLLECT', () => {
  it('answers with all outputs, equal ones too', async () => {
    expect(await valueOf(nested('COLLECT', ['1', '1', '2']), { x: 3 })).toEqual([1, 1, 2]);
    expect(await valueOf(nested('COLLECT'), { x: 0 })).toEqual([]);
  });

  it.each([
    ['SUM', 35, null],
    ['MIN', 5, null],
    ['MAX', 20, null],
    ['COUNT', 3, 0],
  ])('with %s aggregates them: %p, and %p of none', async (aggregation, all, none) => {
    const example = nested(`COLLECT ${aggregation}`);
    expect(await valueOf(example, { x: 3 })).toBe(all);
    expect(await valueOf(example, { x: 0 })).toBe(none);
  });

  it('counts equal outputs each', async () => {
    expect(await valueOf(nested('COLLECT COUNT', ['1', '1', '"文字"']), { x: 3 })).toBe(3);
  });

  it('finds the least and greatest of texts and dates too', async () => {
    expect(await valueOf(nested('COLLECT MAX', ['"b"', '"a"', '"c"']), { x: 3 })).toBe('c');
    const dates = ['date("2026-03-01")', 'date("2026-02-01")', 'date("2026-04-01")'];
    expect(await valueOf(nested('COLLECT MIN', dates), { x: 3 })).toBe('2026-02-01');
  });

  it.each(['"文字"', 'null', 'x > 0'])('cannot add %s', async (output) => {
    expect(await valueOf(nested('COLLECT SUM', ['1', output]), { x: 2 })).toBe(
      'aggregation-failed',
    );
    expect(await valueOf(nested('COLLECT MAX', ['1', output]), { x: 2 })).toBe(
      'aggregation-failed',
    );
  });

  it('is refused an aggregation of several outputs, or by another hit policy', async () => {
    const two = { outputs: ['a', 'b'], rules: ['- | 1 | 2'] };
    expect(await refusalOf({ ...two, hit: 'COLLECT SUM' })).toEqual(['aggregation-outputs']);
    const misplaced = oneTable({ rules: ['- | 1'] }).replace(
      'UNIQUE"',
      'UNIQUE" aggregation="SUM"',
    );
    expect((await readDecisions(misplaced)).findings).toMatchObject([
      { rule: 'aggregation-misplaced' },
    ]);
  });
});

describe('defaults', () => {
  const outputs = [{ of: 'y', default: '7' }];
  it.each([
    ['UNIQUE', 7],
    ['ANY', 7],
    ['FIRST', 7],
    ['RULE ORDER', [7]],
    ['COLLECT', [7]],
    ['COLLECT SUM', 7],
  ])('stand in with %s when no rule matches', async (hit, value) => {
    expect(await valueOf(nested(hit, undefined, { outputs }), { x: 0 })).toEqual(value);
  });

  it('of one output leave the others null', async () => {
    const example = { outputs: [{ of: 'a', default: 'x + 1' }, 'b'], rules: ['> 5 | 1 | 2'] };
    expect(await valueOf(example, { x: 1 })).toEqual({ a: 2, b: null });
  });
});
