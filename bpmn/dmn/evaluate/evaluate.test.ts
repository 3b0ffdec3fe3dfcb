import { evaluateDecision } from '../index.js';
import {
  decisionXml,
  fileXml,
  inputXml,
  literalXml,
  modelOf,
  oneTable,
  tableXml,
} from '../example.js';

const AT = Date.parse('2026-03-02T12:00:00Z');
const decide = async (xml: string, variables: Record<string, unknown> = {}, id = 'd') =>
  evaluateDecision(await modelOf(xml), id, variables, AT, { traced: true });
const valueOf = async (...given: Parameters<typeof decide>) => {
  const result = await decide(...given);
  return result.ok ? result.value : result.failure.code;
};

describe('unary tests', () => {
  it.each([
    ['-', 5, true],
    ['', null, true],
    ['5', 5, true],
    ['"a","b"', 'b', true],
    ['not("a","b")', 'b', false],
    ['not("a","b")', null, true],
    ['> 5', null, false],
    ['null', null, true],
    ['[1..3]', 3, true],
    ['[1..3)', 3, false],
    [']1..3]', 1, false],
    ['< 1, > 3', 4, true],
    ['? > 1 and ? < 3', 2, true],
    ['contains(?, "路")', '中山路', true],
    ['list', 2, true],
    ['limit', 4, true],
    ['> limit', 5, true],
    ['true', false, false],
    ['flag', true, false],
    ['not(flag)', true, true],
    ['count(?) = 2', [1, 2], true],
    ['[date("2026-01-01")..today()]', '2026-03-02', true],
  ])('%s of %j is %s', async (test, x, passes) => {
    const type = test.includes('today') ? 'date' : undefined;
    const xml = oneTable({ inputs: [{ of: 'x', type }], rules: [`${test} | "hit"`] });
    const variables = { x, list: [1, 2], limit: 4, flag: false };
    expect(await valueOf(xml, variables)).toBe(passes ? 'hit' : null);
  });
});

describe('several inputs and outputs', () => {
  const example = {
    inputs: ['age', 'poor'],
    outputs: ['grade', 'amount'],
    rules: ['< 80 | - | "none" | 0', '>= 80 | true | "b" | age * 2', '>= 80 | false | "a" | age'],
  };

  it('make a context', async () => {
    expect(await valueOf(oneTable(example), { age: 85, poor: true })).toEqual({
      grade: 'b',
      amount: 170,
    });
  });

  it('are told with the rules that matched', async () => {
    expect(await decide(oneTable(example), { age: 85, poor: false })).toMatchObject({
      trace: [{ decision: 'd', name: '决定', inputs: [85, false], matched: [3], warnings: [] }],
    });
  });
});

describe('types', () => {
  const dated = oneTable({
    inputs: [{ of: 'born', type: 'date' }],
    outputs: [{ of: 'y', type: 'string' }],
    rules: ['<= date("1946-03-02") | "八十"', '> date("1946-03-02") | 80'],
  });

  it('make a date of a text where a date is asked for', async () => {
    expect(await valueOf(dated, { born: '1940-01-01' })).toBe('八十');
  });

  it('fail for a value of another type, naming the place', async () => {
    expect(await decide(dated, { born: 12 })).toMatchObject({
      failure: {
        code: 'type-mismatch',
        message: expect.stringContaining('输入“born”应为日期，实际是数字'),
      },
    });
    expect(await decide(dated, { born: '昨天' })).toMatchObject({
      failure: { code: 'type-mismatch' },
    });
    expect(await decide(dated, { born: '1980-01-01' })).toMatchObject({
      failure: { code: 'type-mismatch', rule: 2 },
    });
  });

  it.each([
    ['number', 1.5, 1.5],
    ['integer', [3], 3],
    ['string', '1', '1'],
    ['boolean', false, false],
    ['date', '2026-02-28', '2026-02-28'],
    ['time', '10:30:00', '10:30:00'],
    ['dateTime', '2026-02-28T10:00:00+08:00', '2026-02-28T10:00:00+08:00'],
    ['dayTimeDuration', 'P3DT2H', 'P3DT2H'],
    ['yearMonthDuration', 'P1Y2M', 'P1Y2M'],
    ['feel:number', '1', 'type-mismatch'],
    ['string', 1, 'type-mismatch'],
    ['boolean', 'true', 'type-mismatch'],
    ['date', '2026-02-30', 'type-mismatch'],
    ['yearMonthDuration', 'P3D', 'type-mismatch'],
    ['number', null, null],
  ])('%s takes %j as %j', async (type, given, value) => {
    const xml = fileXml(
      inputXml('x', 'x', type) + decisionXml('d', literalXml('x'), { inputs: ['x'] }),
    );
    expect(await valueOf(xml, { x: given })).toEqual(value);
  });

  it('of the file’s own hold structures, lists and allowed values', async () => {
    const types = `<itemDefinition name="户"><itemComponent name="人" isCollection="true"><itemComponent name="生日"><typeRef>date</typeRef></itemComponent></itemComponent><itemComponent name="类"><typeRef>string</typeRef><allowedValues><text>"农","非农"</text></allowedValues></itemComponent></itemDefinition>`;
    const xml = fileXml(
      types +
        inputXml('x', 'x', '户') +
        decisionXml('d', literalXml('x.人[1].生日.year + count(x.人)'), { inputs: ['x'] }),
    );
    const household = { 人: [{ 生日: '1940-05-01' }, { 生日: null }], 类: '农' };
    expect(await valueOf(xml, { x: household })).toBe(1942);
    expect(await decide(xml, { x: { ...household, 类: '城' } })).toMatchObject({
      failure: { code: 'value-not-allowed', message: expect.stringContaining('“类”的取值“城”') },
    });
    expect(await valueOf(xml, { x: '户' })).toBe('type-mismatch');
  });

  it('of a table’s input and output allow only the values listed', async () => {
    const xml = oneTable({
      inputs: [{ of: 'x', allowed: '"a","b"' }],
      outputs: [{ of: 'y', allowed: '[0..10]' }],
      rules: ['"a" | 5', '"b" | 11'],
    });
    expect(await valueOf(xml, { x: 'a' })).toBe(5);
    expect(await valueOf(xml, { x: 'b' })).toBe('value-not-allowed');
    expect(await valueOf(xml, { x: 'c' })).toBe('value-not-allowed');
    expect(await valueOf(xml, {})).toBe(null);
  });
});

describe('a decision that requires others', () => {
  const base = decisionXml('base', literalXml('date(start)'), { inputs: ['start'] });
  const graph = fileXml(
    inputXml('start') +
      base +
      decisionXml('left', literalXml('base.year'), { decisions: ['base'] }) +
      decisionXml('right', literalXml('base + duration("P1Y")'), { decisions: ['base'] }) +
      decisionXml('d', literalXml('[left, right]'), { decisions: ['left', 'right'] }),
  );

  it('gets their values, dates as dates', async () => {
    expect(await valueOf(graph, { start: '2026-01-31' })).toEqual([2026, '2027-01-31']);
  });

  it('makes each of them once, the required ones first', async () => {
    const { trace } = await decide(graph, { start: '2026-01-31' });
    expect(trace.map(({ decision }) => decision)).toEqual(['base', 'left', 'right', 'd']);
  });

  it('makes only those that it requires', async () => {
    const { trace } = await decide(graph, { start: '2026-01-31' }, 'left');
    expect(trace.map(({ decision }) => decision)).toEqual(['base', 'left']);
  });

  it('sees their values, not a variable of the same name', async () => {
    expect(await valueOf(graph, { start: '2026-01-31', left: 1 })).toEqual([2026, '2027-01-31']);
  });

  it('fails as the required one fails, and tells what was decided before', async () => {
    const failing = fileXml(
      decisionXml('one', literalXml('1')) +
        `<decision id="two" name="二"><informationRequirement><requiredDecision href="#one"/></informationRequirement>${tableXml({ rules: ['- | 1', '- | 2'] })}</decision>` +
        decisionXml('d', literalXml('two'), { decisions: ['two'] }),
    );
    expect(await decide(failing)).toMatchObject({
      ok: false,
      failure: { code: 'hit-policy-unique', decision: 'two' },
      trace: [{ decision: 'one', value: 1 }],
    });
  });

  it('reads names with spaces, also of inputs that are not given', async () => {
    const xml = fileXml(
      inputXml('a', 'house hold') +
        inputXml('b', 'low income') +
        decisionXml('d', literalXml('if low income = null then house hold else 0'), {
          inputs: ['a', 'b'],
        }),
    );
    expect(await valueOf(xml, { 'house hold': 3 })).toBe(3);
  });

  it('that is not there is named with those that are', async () => {
    expect(await decide(graph, {}, 'other')).toMatchObject({
      failure: {
        code: 'decision-not-found',
        message: expect.stringContaining('base、left、right、d'),
      },
    });
    expect(await decide(graph, {}, 'constructor')).toMatchObject({
      failure: { code: 'decision-not-found' },
    });
  });
});

describe('boxed expressions', () => {
  const entry = (name: string, value: string) =>
    `<contextEntry>${name && `<variable name="${name}"/>`}${value}</contextEntry>`;

  it('contexts see their earlier entries; an entry without a name is the value', async () => {
    const entries = entry('甲', literalXml('x + 1')) + entry('乙', literalXml('甲 * 2'));
    expect(
      await valueOf(fileXml(decisionXml('d', `<context>${entries}</context>`)), { x: 1 }),
    ).toEqual({ 甲: 2, 乙: 4 });
    const result = `<context>${entries}${entry('', literalXml('甲 + 乙'))}</context>`;
    expect(await valueOf(fileXml(decisionXml('d', result)), { x: 1 })).toBe(6);
  });

  it('lists and relations', async () => {
    const list = `<list>${literalXml('x')}${literalXml('"b"')}</list>`;
    expect(await valueOf(fileXml(decisionXml('d', list)), { x: 1 })).toEqual([1, 'b']);
    const row = (a: string, b: string) => `<row>${literalXml(a)}${literalXml(b)}</row>`;
    const relation = `<relation><column name="岁"/><column name="元"/>${row('80', 'x')}${row('90', '100')}</relation>`;
    expect(await valueOf(fileXml(decisionXml('d', relation)), { x: 50 })).toEqual([
      { 岁: 80, 元: 50 },
      { 岁: 90, 元: 100 },
    ]);
  });

  const knowledge = (body: string, requires = '') =>
    `<businessKnowledgeModel id="f" name="补贴"><encapsulatedLogic><formalParameter name="岁" typeRef="number"/><formalParameter name="系数"/>${body}</encapsulatedLogic>${requires}</businessKnowledgeModel>`;
  const band = tableXml({
    inputs: ['岁'],
    rules: ['[80..90) | 50 * 系数', '>= 90 | 100 * 系数'],
  });
  const invocation = (parameter: string) =>
    `<invocation>${literalXml('补贴')}<binding><parameter name="岁"/>${literalXml('x')}</binding><binding><parameter name="${parameter}"/>${literalXml('2')}</binding></invocation>`;

  it('knowledge models are functions, invoked by FEEL or boxed', async () => {
    for (const logic of [
      literalXml('补贴(x, 2)'),
      literalXml('补贴(系数: 2, 岁: x)'),
      invocation('系数'),
    ]) {
      const xml = fileXml(knowledge(band) + decisionXml('d', logic, { functions: ['f'] }));
      expect(await valueOf(xml, { x: 85 })).toBe(100);
    }
  });

  it('an invocation with a parameter nobody has fails', async () => {
    const xml = fileXml(
      knowledge(band) + decisionXml('d', invocation('倍数'), { functions: ['f'] }),
    );
    expect(await valueOf(xml, { x: 85 })).toBe('invocation-failed');
    const none = fileXml(decisionXml('d', invocation('系数').replace('补贴', 'x')));
    expect(await valueOf(none, { x: 85 })).toBe('invocation-failed');
  });

  it('a failure inside a knowledge model names it', async () => {
    const xml = fileXml(
      knowledge(band) + decisionXml('d', literalXml('补贴("八十", 1)'), { functions: ['f'] }),
    );
    expect(await decide(xml)).toMatchObject({
      failure: {
        code: 'type-mismatch',
        decision: 'f',
        message: expect.stringContaining('业务知识模型“补贴”的参数“岁”'),
      },
    });
  });

  it('knowledge models call those they require', async () => {
    const twice =
      '<businessKnowledgeModel id="g" name="倍"><encapsulatedLogic><formalParameter name="n"/><literalExpression><text>n * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>';
    const requires = '<knowledgeRequirement><requiredKnowledge href="#g"/></knowledgeRequirement>';
    const xml = fileXml(
      twice +
        knowledge(literalXml('倍(岁) + 系数'), requires) +
        decisionXml('d', literalXml('补贴(4, 1)'), { functions: ['f'] }),
    );
    expect(await valueOf(xml)).toBe(9);
  });
});

describe('time', () => {
  it('is the event’s, in China', async () => {
    expect(await valueOf(fileXml(decisionXml('d', literalXml('string(today())'))))).toBe(
      '2026-03-02',
    );
  });
});

describe('a variable nobody gave', () => {
  it('is null, and said so', async () => {
    const result = await decide(oneTable({ rules: ['高 | 1'] }), { x: '高' });
    expect(result).toMatchObject({ ok: true, value: null });
    expect(result.trace[0]?.warnings).toEqual([expect.stringContaining('第 1 条规则')]);
  });
});

describe('a name', () => {
  const season = (variable: string, outputs: string[] = ['o']) =>
    `<decision id="ds" name="Season of the year">${variable}${tableXml({
      inputs: ['month'],
      outputs,
      rules: [['- ', ...outputs.map((_, index) => `"value ${index + 1}"`)].join(' | ')],
    })}</decision>`;
  const reading = (feel: string) => decisionXml('d', literalXml(feel), { decisions: ['ds'] });

  it.each([
    ['season', '<variable name="season" typeRef="string"/>', ['o'], 'value 1'],
    ['season', '<variable name="season"/>', ['season'], 'value 1'],
    ['Season of the year', '<variable name="season"/>', ['o'], 'value 1'],
    ['ds', '', ['o'], 'value 1'],
    ['o', '', ['o'], 'value 1'],
    ['o + p', '', ['o', 'p'], 'value 1value 2'],
    ['season.p', '<variable name="season"/>', ['o', 'p'], 'value 2'],
  ])('%s is read of a required decision with %s', async (feel, variable, outputs, expected) => {
    expect(await valueOf(fileXml(season(variable, outputs) + reading(feel)))).toBe(expected);
  });

  it('of an output is that of the entry of each hit', async () => {
    const listed = season('', ['o', 'p']).replace('hitPolicy="UNIQUE"', 'hitPolicy="COLLECT"');
    expect(await valueOf(fileXml(listed + reading('p')))).toEqual(['value 2']);
  });

  it('of an output does not hide what is required under the same name', async () => {
    const xml = fileXml(
      inputXml('i', 'o') +
        season('') +
        decisionXml('d', literalXml('o'), { decisions: ['ds'], inputs: ['i'] }),
    );
    expect(await valueOf(xml, { o: 'given' })).toBe('given');
  });

  it('of a variable is one of its input data too, whichever is given', async () => {
    const input =
      '<inputData id="i" name="Applicant age"><variable name="age" typeRef="number"/></inputData>';
    const xml = fileXml(
      input + decisionXml('d', literalXml('age + Applicant age'), { inputs: ['i'] }),
    );
    expect(await valueOf(xml, { age: 4 })).toBe(8);
    expect(await valueOf(xml, { 'Applicant age': 4 })).toBe(8);
  });
});
