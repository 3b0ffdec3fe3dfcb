import { decisionXml, fileXml, inputXml, literalXml, modelOf, oneTable } from './example.js';
import { inputsNeeded } from './index.js';

describe('the inputs a decision needs', () => {
  it('are the declared ones of all that it requires, each once', async () => {
    const xml = fileXml(
      inputXml('a', '年龄', 'number') +
        inputXml('b', '户籍') +
        inputXml('c', '无关') +
        decisionXml('base', literalXml('年龄'), { inputs: ['a'] }) +
        decisionXml('d', literalXml('base + 年龄 + count(户籍)'), {
          decisions: ['base'],
          inputs: ['a', 'b'],
        }) +
        decisionXml('e', literalXml('无关'), { inputs: ['c'] }),
    );
    expect(inputsNeeded(await modelOf(xml), 'd')).toEqual([
      { name: '年龄', type: 'number' },
      { name: '户籍' },
    ]);
  });

  it('are the variables that are read where none are declared', async () => {
    const xml = oneTable({ inputs: ['applicant.age'], rules: ['> limit | rate * 2'] });
    expect(inputsNeeded(await modelOf(xml), 'd').map(({ name }) => name)).toEqual([
      'applicant',
      'limit',
      'rate',
    ]);
  });
});
