import {
  decisionXml,
  fileXml,
  inputXml,
  literalXml,
  modelOf,
  oneTable,
  tableXml,
} from '../example.js';
import { hashDecisions, readDecisions } from '../index.js';

const refusalsOf = async (xml: string) => {
  const { model, findings } = await readDecisions(xml);
  expect(model).toBeUndefined();
  for (const { message } of findings) expect(message).toMatch(/请/);
  return findings.map(({ rule, element }) => [rule, element]);
};

const table = tableXml({ rules: ['- | 1'] });

describe('a file', () => {
  it.each([
    'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
    'http://www.omg.org/spec/DMN/20180521/MODEL/',
    'https://www.omg.org/spec/DMN/20191111/MODEL/',
    'https://www.omg.org/spec/DMN/20211108/MODEL/',
    'https://www.omg.org/spec/DMN/20230324/MODEL/',
  ])('of DMN %s is read', async (namespace) => {
    const model = await modelOf(fileXml(decisionXml('d', table), namespace));
    expect(Object.keys(model.decisions)).toEqual(['d']);
    expect(model).toMatchObject({ format: 1, id: 'file', name: '文件' });
  });

  it('may use any prefix', async () => {
    const xml = fileXml(decisionXml('d', table))
      .replaceAll(/<(\/?)(\w)/g, '<$1dmn:$2')
      .replace('xmlns=', 'xmlns:dmn=');
    expect(hashDecisions(await modelOf(xml))).toBe(
      hashDecisions(await modelOf(fileXml(decisionXml('d', table)))),
    );
  });

  it('may name what is required by an address with percent signs', async () => {
    const required = `<informationRequirement><requiredDecision href="#${encodeURIComponent('月收入')}"/></informationRequirement>`;
    const model = await modelOf(
      fileXml(
        decisionXml('月收入', table) + decisionXml('税', required + literalXml('月收入 * 2')),
      ),
    );
    expect(model.decisions['税']?.decisions).toEqual(['月收入']);
  });

  it('with a DTD or an entity is refused before it is parsed', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "b">]>' + fileXml('');
    expect(await refusalsOf(doctype)).toEqual([['xml-doctype', undefined]]);
  });

  it('that is too large is refused', async () => {
    expect(await refusalsOf(' '.repeat(5_000_000))).toEqual([['xml-too-large', undefined]]);
  });

  it.each(['', 'nonsense', '<a/>', '<definitions', fileXml('', 'urn:other')])(
    'that is no DMN is refused without throwing: %s',
    async (xml) => {
      expect(await refusalsOf(xml)).toMatchObject([['xml-invalid', undefined]]);
    },
  );

  it('without a decision is refused', async () => {
    expect(await refusalsOf(fileXml(inputXml('x')))).toEqual([['decision-missing', undefined]]);
  });

  it('in which something would be dropped silently is refused', async () => {
    expect(await refusalsOf(fileXml(decisionXml('决 策', table)))).toMatchObject([
      ['illegal-id', '决 策'],
    ]);
    expect(await refusalsOf(fileXml(decisionXml('d', table) + inputXml('d')))).toMatchObject([
      ['duplicate-id', 'd'],
    ]);
    expect(await refusalsOf(fileXml(decisionXml('d', '<riddle/>')))).toMatchObject([
      ['unsupported-element', 'riddle'],
    ]);
    expect(
      await refusalsOf(oneTable({ rules: ['- | 1'] }).replace('<rule ', '<rule colour="red" ')),
    ).toMatchObject([['unknown-attribute', 'r1']]);
  });

  it('may give ids in any letters, and refer to them', async () => {
    const { model, findings } = await readDecisions(
      fileXml(
        inputXml('申请人', '年龄') +
          decisionXml('1-加一', literalXml('年龄 + 1'), { inputs: ['申请人'] }) +
          decisionXml('结果', literalXml('1'), { decisions: ['1-加一'] }),
      ),
    );
    expect(findings).toEqual([]);
    expect(Object.keys(model!.decisions)).toEqual(['1-加一', '结果']);
    expect(model!.decisions['1-加一']!.inputs).toEqual(['申请人']);
    expect(model!.decisions['结果']!.decisions).toEqual(['1-加一']);
  });

  it('keeps attributes of other tools out of the model', async () => {
    const plain = oneTable({ rules: ['- | 1'] });
    const camunda = plain
      .replace('<definitions ', '<definitions xmlns:camunda="http://camunda.org/schema/1.0/dmn" ')
      .replace('<decision ', '<decision camunda:historyTimeToLive="180" ');
    expect(hashDecisions(await modelOf(camunda))).toBe(hashDecisions(await modelOf(plain)));
  });
});

describe('an expression', () => {
  it('that cannot be read is refused with its place', async () => {
    const { findings } = await readDecisions(oneTable({ rules: ['- | 1', '[1.. | 2', '- | 3 +'] }));
    expect(findings).toMatchObject([
      {
        rule: 'expression-invalid',
        element: 'r2',
        message: expect.stringContaining('决策“决定”第 2 条规则的输入“x”：第 5 个字符处'),
      },
      {
        rule: 'expression-invalid',
        element: 'r3',
        message: expect.stringContaining('第 3 条规则的输出“y”'),
      },
    ]);
  });

  it('of another language is refused', async () => {
    const xml = fileXml(decisionXml('d', literalXml('x', 'expressionLanguage="javascript"')));
    expect(await refusalsOf(xml)).toEqual([['expression-language', 'd']]);
    const feel = 'expressionLanguage="https://www.omg.org/spec/DMN/20191111/FEEL/"';
    await modelOf(fileXml(decisionXml('d', literalXml('x', feel))));
  });

  it('that is missing is refused', async () => {
    const bare = '<businessKnowledgeModel id="f" name="f"/>';
    expect(await refusalsOf(fileXml(bare + decisionXml('d', table)))).toEqual([
      ['expression-missing', 'f'],
    ]);
    expect(await refusalsOf(oneTable({ inputs: [''], rules: ['- | 1'] }))).toEqual([
      ['expression-invalid', 'i1'],
    ]);
  });

  it('that is a function of Java is refused', async () => {
    const java =
      '<businessKnowledgeModel id="f" name="f"><encapsulatedLogic kind="Java"><context/></encapsulatedLogic></businessKnowledgeModel>';
    expect(await refusalsOf(fileXml(java + decisionXml('d', table)))).toEqual([
      ['function-unsupported', 'f'],
    ]);
  });

  it('that is a context has its nameless entry last', async () => {
    const entry = (name: string) =>
      `<contextEntry>${name && `<variable name="${name}"/>`}${literalXml('1')}</contextEntry>`;
    const xml = fileXml(decisionXml('d', `<context>${entry('')}${entry('a')}</context>`));
    expect(await refusalsOf(xml)).toEqual([['context-result', 'd']]);
  });
});

describe('a table', () => {
  it('with an unknown hit policy or aggregation is refused', async () => {
    expect(await refusalsOf(oneTable({ hit: 'BEST', rules: ['- | 1'] }))).toEqual([
      ['hit-policy-unknown', 'd'],
    ]);
    expect(await refusalsOf(oneTable({ hit: 'COLLECT AVERAGE', rules: ['- | 1'] }))).toEqual([
      ['aggregation-unknown', 'd'],
    ]);
  });

  it('whose rules have too few cells, or too many, is refused', async () => {
    expect(await refusalsOf(oneTable({ inputs: ['a', 'b'], rules: ['- | 1'] }))).toMatchObject([
      ['rule-width', 'r1'],
    ]);
    expect(await refusalsOf(oneTable({ rules: ['- | 1 | 2'] }))).toEqual([['rule-width', 'r1']]);
  });

  it('without outputs, or with several of one name, is refused', async () => {
    expect(await refusalsOf(oneTable({ outputs: [], rules: ['-'] }))).toEqual([
      ['output-missing', 'd'],
    ]);
    expect(await refusalsOf(oneTable({ outputs: ['a', 'a'], rules: ['- | 1 | 2'] }))).toEqual([
      ['output-names', 'd'],
    ]);
  });

  it('with several outputs is refused a type that is no context', async () => {
    const logic = tableXml({ outputs: ['a', 'b'], rules: ['- | 1 | 2'] });
    expect(await refusalsOf(fileXml(decisionXml('d', logic, {}, 'number')))).toEqual([
      ['output-type', 'd'],
    ]);
    await modelOf(fileXml(decisionXml('d', logic, {}, 'context')));
  });

  it('with an unknown type is refused where it stands', async () => {
    expect(
      await refusalsOf(oneTable({ inputs: [{ of: 'x', type: 'money' }], rules: ['- | 1'] })),
    ).toEqual([['type-unknown', 'i1']]);
  });
});

describe('a requirements graph', () => {
  it('that goes round in a circle is refused with its way', async () => {
    const xml = fileXml(
      decisionXml('a', literalXml('b'), { decisions: ['b'] }) +
        decisionXml('b', literalXml('c'), { decisions: ['c'] }) +
        decisionXml('c', literalXml('a'), { decisions: ['a'] }),
    );
    const { findings } = await readDecisions(xml);
    expect(findings).toMatchObject([
      {
        rule: 'requirement-cycle',
        element: 'a',
        message: expect.stringContaining('a → b → c → a'),
      },
    ]);
    const itself = fileXml(decisionXml('a', literalXml('a'), { decisions: ['a'] }));
    expect(await refusalsOf(itself)).toEqual([['requirement-cycle', 'a']]);
  });

  it('that leads nowhere, or into another file, is refused', async () => {
    const xml = fileXml(decisionXml('d', table, { decisions: ['e'] }));
    expect(await refusalsOf(xml)).toEqual([['reference-unresolved', 'd']]);
    expect(await refusalsOf(xml.replace('#e', 'urn:other#e'))).toEqual([
      ['import-unsupported', 'd'],
    ]);
  });

  it('with an import whose file is not at hand is refused', async () => {
    const imported = '<import name="other" namespace="urn:o" importType="urn:dmn"/>';
    expect(await refusalsOf(fileXml(imported + decisionXml('d', table)))).toMatchObject([
      ['import-unsupported', undefined],
    ]);
  });

  it('with a service that gives nothing, or what is not there, is refused', async () => {
    const service = (inside: string) =>
      fileXml(
        `${decisionXml('d', table)}<decisionService id="s" name="s">${inside}</decisionService>`,
      );
    expect(await refusalsOf(service(''))).toEqual([['output-missing', 's']]);
    expect(await refusalsOf(service('<outputDecision href="#d"/><inputData href="#x"/>'))).toEqual([
      ['reference-unresolved', 's'],
    ]);
  });

  it('may have a decision that somebody else makes, which is said', async () => {
    const { model, findings } = await readDecisions(fileXml('<decision id="d" name="d"/>'));
    expect(model?.decisions['d']?.logic).toEqual({ kind: 'literal', feel: 'null' });
    expect(findings).toMatchObject([{ rule: 'expression-missing', severity: 'warning' }]);
  });

  it('in which two things have one name is refused', async () => {
    const xml = fileXml(inputXml('x', '年龄') + inputXml('y', '年龄') + decisionXml('d', table));
    expect(await refusalsOf(xml)).toEqual([['name-duplicate', 'y']]);
  });
});

describe('the hash', () => {
  it('does not depend on how a file is laid out, but on what it says', async () => {
    const xml = oneTable({ rules: ['- | 1'] });
    const hash = hashDecisions(await modelOf(xml));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashDecisions(await modelOf(xml.replaceAll('><', '>\n  <')))).toBe(hash);
    expect(hashDecisions(await modelOf(xml.replace('>1<', '>2<')))).not.toBe(hash);
  });
});
