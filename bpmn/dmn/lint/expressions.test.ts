/** Each fault that an expression may have is found in each place of a file where one may stand. */
import { decisionXml, fileXml, inputXml, literalXml, tableXml } from '../example.js';
import { lintDecisions } from '../index.js';

type Place = (feel: string) => string;

const file = (logic: string): string =>
  fileXml(`${inputXml('known')}${decisionXml('d', logic, { inputs: ['known'] })}`);
const table = (feel: Partial<Record<'input' | 'test' | 'output' | 'default', string>>): string =>
  file(
    tableXml({
      inputs: [feel.input ?? 'known'],
      outputs: [{ of: 'y', ...(feel.default && { default: feel.default }) }],
      rules: [`${feel.test ?? '> 1'} | ${feel.output ?? '1'}`],
    }),
  );
const boxed = (tag: string, parts: Record<string, string>): string =>
  `<${tag}>${Object.entries(parts)
    .map(([name, feel]) => `<${name}>${literalXml(feel)}</${name}>`)
    .join('')}</${tag}>`;

const PLACES: Readonly<Record<string, Place>> = {
  'a literal expression': (feel) => file(literalXml(feel)),
  'the input of a table': (input) => table({ input }),
  'a test of a table': (feel) => table({ test: `? = (${feel})` }),
  'an output of a table': (output) => table({ output }),
  'a default output': (otherwise) => table({ default: otherwise }),
  'an entry of a context': (feel) =>
    file(`<context><contextEntry><variable name="a"/>${literalXml(feel)}</contextEntry></context>`),
  'the result of a context': (feel) =>
    file(
      `<context><contextEntry><variable name="a"/>${literalXml('1')}</contextEntry><contextEntry>${literalXml(feel)}</contextEntry></context>`,
    ),
  'an item of a list': (feel) => file(`<list>${literalXml('1')}${literalXml(feel)}</list>`),
  'a cell of a relation': (feel) =>
    file(`<relation><column name="a"/><row>${literalXml(feel)}</row></relation>`),
  'a condition': (feel) => file(boxed('conditional', { if: feel, then: '1', else: '2' })),
  'the one case': (feel) => file(boxed('conditional', { if: 'true', then: feel, else: '2' })),
  'the other case': (feel) => file(boxed('conditional', { if: 'true', then: '1', else: feel })),
  'what is filtered': (feel) => file(boxed('filter', { in: feel, match: 'true' })),
  'what filters': (feel) => file(boxed('filter', { in: '[known]', match: `item = (${feel})` })),
  'what is gone through': (feel) =>
    file(boxed('for', { in: feel, return: 'x' }).replace('<for>', '<for iteratorVariable="x">')),
  'what is made of each': (feel) =>
    file(boxed('for', { in: '[1]', return: feel }).replace('<for>', '<for iteratorVariable="x">')),
  'what every one satisfies': (feel) =>
    file(
      boxed('every', { in: '[1]', satisfies: feel }).replace(
        '<every>',
        '<every iteratorVariable="x">',
      ),
    ),
  'a parameter of an invocation': (feel) =>
    file(
      `<invocation>${literalXml('abs')}<binding><parameter name="n"/>${literalXml(feel)}</binding></invocation>`,
    ),
  'the body of a function': (feel) =>
    file(`<functionDefinition><formalParameter name="x"/>${literalXml(feel)}</functionDefinition>`),
  'a knowledge model': (feel) =>
    fileXml(
      `<businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="x"/>${literalXml(feel)}</encapsulatedLogic></businessKnowledgeModel>${inputXml('known')}${decisionXml('d', literalXml('f(known)'), { inputs: ['known'], functions: ['f'] })}`,
    ),
};

/** A fault, and what the finding says of it. */
const FAULTS: [fault: string, feel: string, says: string][] = [
  ['an unknown function', 'frobnicate(1)', '没有函数“frobnicate”'],
  ['a misspelt function', 'coutn([1])', '是否想写“count”'],
  ['an unknown variable', 'nowhere + 1', 'nowhere'],
  ['==', '1 == 2', '没有“==”'],
  ['a function of Camunda 8', 'is defined(1)', 'Camunda 8'],
  ['wrong arguments', 'count()', '参数'],
  ['a text that is no date', '@"2026-02-30"', '第'],
];

describe.each(Object.entries(PLACES))('%s', (_, place) => {
  it('without a fault has no error', async () => {
    const findings = await lintDecisions(place('1'));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(FAULTS)('with %s', async (_fault, feel, says) => {
    const errors = (await lintDecisions(place(feel))).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors.map(({ message }) => message).join('\n')).toContain(says);
    for (const { element } of errors) expect(element).toBeDefined();
  });
});
