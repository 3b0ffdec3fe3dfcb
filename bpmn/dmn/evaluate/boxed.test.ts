import { evaluateDecision, evaluateService, readDecisions } from '../index.js';
import { decisionXml, fileXml, inputXml, literalXml, modelOf } from '../example.js';

const AT = Date.parse('2026-03-02T12:00:00Z');

async function valueOf(xml: string, decision = 'd', variables: Record<string, unknown> = {}) {
  const result = evaluateDecision(await modelOf(xml), decision, variables, AT);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const boxed = (tag: string, parts: Record<string, string>, attributes = '') =>
  `<${tag} ${attributes}>${Object.entries(parts)
    .map(([part, feel]) => `<${part}>${literalXml(feel)}</${part}>`)
    .join('')}</${tag}>`;
const one = (logic: string) => fileXml(decisionXml('d', logic));

describe('boxed expressions', () => {
  it.each([
    ['true', 'then'],
    ['false', 'else'],
    ['null', 'else'],
    ['"abc"', null],
  ])('a condition of %s gives %j', async (condition, expected) => {
    const logic = boxed('conditional', { if: condition, then: '"then"', else: '"else"' });
    expect(await valueOf(one(logic))).toBe(expected);
  });

  it.each([
    ['[1, 2, 3]', 'item > 1', [2, 3]],
    ['[{a: 1}, {a: 2}]', 'a = 2', [{ a: 2 }]],
    ['[1]', '"x"', null],
    ['5', 'item = 5', [5]],
    ['null', 'true', null],
  ])('a filter of %s by %s gives %j', async (list, match, expected) => {
    expect(await valueOf(one(boxed('filter', { in: list, match })))).toEqual(expected);
  });

  it.each([
    ['for', 'return', 'x * 2', [2, 4, 6]],
    ['for', 'return', 'x + count(partial)', [1, 3, 5]],
    // a name that is known from the second round on
    [
      'for',
      'return',
      'if x = 1 then {"a-b": 1} else {"a-b": partial[-1].a-b + x}',
      [{ 'a-b': 1 }, { 'a-b': 3 }, { 'a-b': 6 }],
    ],
    ['some', 'satisfies', 'x > 2', true],
    ['some', 'satisfies', 'x > 3', false],
    ['every', 'satisfies', 'x > 0', true],
    ['every', 'satisfies', '"x"', null],
  ])('%s … %s %s gives %j', async (tag, part, body, expected) => {
    const logic = boxed(tag, { in: '[1, 2, 3]', [part]: body }, 'iteratorVariable="x"');
    expect(await valueOf(one(logic))).toEqual(expected);
  });

  it('a loop without bound ends', async () => {
    const logic = boxed(
      'for',
      { in: 'for i in 1..150000 return i', return: 'for j in 1..1000 return x' },
      'iteratorVariable="x"',
    );
    const result = evaluateDecision(await modelOf(one(logic)), 'd', {}, AT);
    expect(result).toMatchObject({ ok: false, failure: { code: 'expression-too-costly' } });
  });
});

it.each([
  ['that is doubled again and again', 'function(s, n) if n = 0 then s else d([s, s], n - 1)'],
  ['of long texts', 'function(s, n) for i in 1..10000 return "' + 'x'.repeat(1_000) + '"'],
])('a value %s does not leave', async (_, body) => {
  const doubled = literalXml(`{d: ${body}, r: d([1], 40)}.r`);
  const result = evaluateDecision(await modelOf(one(doubled)), 'd', {}, AT);
  expect(result).toMatchObject({
    ok: false,
    failure: { code: 'expression-too-costly', decision: 'd' },
  });
});

const service = `<decisionService id="s" name="s"><outputDecision href="#sum"/>
  <inputDecision href="#b"/><inputData href="#a"/></decisionService>`;
const served =
  inputXml('a', 'a', 'number') +
  decisionXml('b', literalXml('100'), {}, 'number') +
  decisionXml('sum', literalXml('a * 2 + b'), { inputs: ['a'], decisions: ['b'] }) +
  service;

describe('a decision service', () => {
  it('is called with its input data first, then with decisions that are not made', async () => {
    const calling = decisionXml('d', literalXml('s(3, 1)'), { functions: ['s'] });
    expect(await valueOf(fileXml(served + calling), 'd', { a: 50 })).toBe(7);
    const named = decisionXml('d', literalXml('s(b: 3, a: 1)'), { functions: ['s'] });
    expect(await valueOf(fileXml(served + named))).toBe(5);
  });

  it('is made by itself from what it is given', async () => {
    const model = await modelOf(fileXml(served));
    expect(evaluateService(model, 's', { a: 3, b: 1 }, AT)).toMatchObject({ ok: true, value: 7 });
    expect(evaluateService(model, 's', { a: 3 }, AT)).toMatchObject({ ok: true, value: null });
    expect(evaluateService(model, 'x', {}, AT)).toMatchObject({
      ok: false,
      failure: { code: 'decision-not-found' },
    });
  });

  it('that calls itself ends', async () => {
    const round =
      decisionXml('d', literalXml('s()'), { functions: ['s'] }) +
      '<decisionService id="s" name="s"><outputDecision href="#d"/></decisionService>';
    const result = evaluateDecision(await modelOf(fileXml(round)), 'd', {}, AT);
    expect(result).toMatchObject({ ok: false, failure: { code: 'expression-too-costly' } });
  });
});

describe('an import', () => {
  const other = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="o" name="o" namespace="urn:o">
    <itemDefinition name="tRate"><typeRef>number</typeRef></itemDefinition>
    <inputData id="base" name="base"><variable name="base" typeRef="tRate"/></inputData>
    ${decisionXml('rate', literalXml('base / 100'), { inputs: ['base'] }, 'tRate')}
    <businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="x" typeRef="tRate"/>${literalXml('x + 1')}</encapsulatedLogic></businessKnowledgeModel>
  </definitions>`;
  const importing = (feel: string) =>
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="m" namespace="urn:m">
      <import name="other" namespace="urn:o" importType="https://www.omg.org/spec/DMN/20191111/MODEL/"/>
      <decision id="d" name="d"><variable name="d" typeRef="other.tRate"/>
        <informationRequirement><requiredDecision href="urn:o#rate"/></informationRequirement>
        <knowledgeRequirement><requiredKnowledge href="urn:o#f"/></knowledgeRequirement>
        ${literalXml(feel)}</decision></definitions>`;

  it('brings decisions, functions and types under its name', async () => {
    const { model, findings } = await readDecisions(importing('other.f(other.rate)'), [other]);
    expect(findings).toEqual([]);
    expect(evaluateDecision(model!, 'd', { base: 50 }, AT)).toMatchObject({ ok: true, value: 1.5 });
  });
});
