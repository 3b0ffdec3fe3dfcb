/** What a decision spends, and how long what it answers may be. */
import { Budget, FORMER_EDITION } from '../../feel/index.js';
import { decisionXml, fileXml, inputXml, literalXml, modelOf, tableXml } from '../example.js';
import { evaluateDecision, type Asked } from './evaluate.js';

const AT = Date.parse('2026-03-02T12:00:00Z');

/** Rows held to their type, and three rules that answer with them. */
const rows = fileXml(
  '<itemDefinition id="t" name="tRows" isCollection="true"><typeRef>number</typeRef></itemDefinition>' +
    inputXml('rows', 'rows', 'tRows') +
    decisionXml(
      'base',
      literalXml('for row in rows return row * 2'),
      { inputs: ['rows'] },
      'tRows',
    ) +
    decisionXml(
      'd',
      tableXml({
        hit: 'ANY',
        inputs: ['count(base)'],
        rules: ['> 0 | base', '> 1 | base', '- | base'],
      }),
      { decisions: ['base'] },
      'tRows',
    ),
);
const variables = { rows: Array.from({ length: 200 }, (_, at) => at) };

async function spent(asked: Asked & { budget: Budget }) {
  const result = evaluateDecision(await modelOf(rows), 'd', variables, AT, asked);
  expect(result).toMatchObject({ ok: true });
  return asked.budget.spent;
}

it('is what it was in the former edition', async () => {
  const budget = new Budget({}, FORMER_EDITION);
  // counted by the release before `pricesByTime`
  expect(await spent({ budget })).toEqual({
    ...{ operations: 811, elements: 200, text: 0, depth: 0, result: 0 },
  });
});

it('grows with what is held to a type, compared and answered, not with what is told of it', async () => {
  const untold = await spent({ budget: new Budget() });
  expect(untold.operations).toBeGreaterThan(811 + 5 * 200);
  expect(await spent({ budget: new Budget(), traced: true })).toEqual(untold);
});

const long = 'for i in 1..3000 return "' + 'x'.repeat(1_000) + '"';
const chained = (last: string) =>
  fileXml(
    decisionXml('base', literalXml(long)) +
      decisionXml('d', literalXml(last), { decisions: ['base'] }),
  );

it('is bounded by what is answered, not by what is decided on the way', async () => {
  const model = await modelOf(chained('count(base)'));
  expect(evaluateDecision(model, 'd', {}, AT)).toEqual({ ok: true, value: 3_000, trace: [] });
  const told = evaluateDecision(model, 'd', {}, AT, { traced: true });
  expect(told).toMatchObject({
    ok: true,
    value: 3_000,
    trace: [
      { decision: 'base', value: null, warnings: ['取值太长，这里不再列出'] },
      { decision: 'd', value: 3_000, warnings: [] },
    ],
  });
});

it('what is answered does not leave where it is too long', async () => {
  const model = await modelOf(chained('base'));
  expect(evaluateDecision(model, 'd', {}, AT)).toMatchObject({
    ok: false,
    failure: { code: 'expression-too-costly', decision: 'd' },
  });
});

it('names the decision that costs too much beside FEEL', async () => {
  const model = await modelOf(rows);
  const budget = new Budget({ operations: 650 });
  expect(evaluateDecision(model, 'd', variables, AT, { budget })).toMatchObject({
    ok: false,
    failure: {
      code: 'expression-too-costly',
      decision: 'base',
      message: expect.stringContaining('决策“base”'),
    },
  });
});
