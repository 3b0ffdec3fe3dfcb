import { fileXml, tableXml } from './example.js';
import { caseOf, evaluateDecision, lintDecisions, readDecisions } from './index.js';

const AT = '2026-07-01T00:00:00.000Z';
const file = (tests: string, rules = ['< 60 | "none"', '>= 60 | "old"']) =>
  fileXml(
    `<extensionElements xmlns:o="urn:onestop:bpmn:1">${tests}</extensionElements><decision id="d" name="决定">${tableXml({ inputs: [{ of: 'age', type: 'number' }], rules })}</decision>`,
  );
const kept = (name: string, given: object) =>
  `<o:test name="${name}"><![CDATA[${JSON.stringify({ decision: 'd', at: AT, ...given })}]]></o:test>`;
const old = kept('六十岁', { variables: { age: 60 }, value: 'old', matched: [2] });
const testsOf = async (xml: string) =>
  (await lintDecisions(xml)).filter(({ rule }) => rule.startsWith('test-'));

describe('tests in a DMN file', () => {
  it('are read by their namespace, whatever stands for it, and hold where nothing differs', async () => {
    const xml = file(`${old}<other xmlns="urn:other"/>`);
    expect((await readDecisions(xml)).tests).toMatchObject([{ name: '六十岁' }]);
    expect(await testsOf(xml)).toEqual([]);
  });

  it('say of which row something differs', async () => {
    const [other] = await testsOf(file(old, ['<= 60 | "none"', '> 60 | "old"']));
    expect(other).toMatchObject({
      ...{ severity: 'error', rule: 'test-differs', element: 'r1', text: '六十岁' },
      message: expect.stringContaining(
        '应为 "old"，命中第 2 条规则，实际为 "none"，命中第 1 条规则',
      ) as string,
    });
    const [value] = await testsOf(file(old, ['< 60 | "none"', '>= 60 | "aged"']));
    expect(value).toMatchObject({ element: 'r2' });
    const [none] = await testsOf(file(old, ['< 60 | "none"', '> 60 | "old"']));
    expect(none).toMatchObject({ element: 'r2' });
  });

  it('that cannot be read, or whose decision is gone, are told by name', async () => {
    const gone = kept('别的', { decision: 'x', variables: {} });
    expect(await testsOf(file(`<o:test name="坏的">{</o:test>${gone}`))).toMatchObject([
      { rule: 'test-unusable', text: '坏的' },
      { rule: 'test-differs', text: '别的' },
    ]);
  });

  it('expect what was seen when they were kept, failures too', async () => {
    const { model } = await readDecisions(file(''));
    const asked = { decision: 'd', variables: { age: 80 }, at: AT };
    const result = evaluateDecision(model!, 'd', asked.variables, 0, { traced: true });
    expect(caseOf(asked, result)).toEqual({ ...asked, value: 'old', matched: [2] });
    const failed = { ok: false as const, failure: { code: 'type-mismatch' }, trace: [] };
    expect(caseOf(asked, failed)).toEqual({ ...asked, failure: 'type-mismatch' });
  });
});
