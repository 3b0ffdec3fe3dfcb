/** Files as other tools write them: in their encodings, and beside others. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCase, runKeptCases } from './case.js';

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const DMN = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
let folder = '';
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'files-'))));
afterEach(() => rm(folder, { recursive: true }));

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
const play = async (variables: object, expected: object) => {
  const steps = [{ expect: expected }];
  await put('case.json', JSON.stringify({ variables, steps }));
  return (await runCase(join(folder, 'case.bpmn'), join(folder, 'case.json'))).result;
};

/** Leaves by the flow whose condition compares with a word that is not of ASCII. */
const choice = (encoding: string, word: string) =>
  `<?xml version="1.0" encoding="${encoding}"?>
<definitions xmlns="${MODEL}" id="d" targetNamespace="t"><process id="p" isExecutable="true">
<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="x"/>
<exclusiveGateway id="x" default="f2"/>
<sequenceFlow id="f1" sourceRef="x" targetRef="yes"><conditionExpression>=word = "${word}"</conditionExpression></sequenceFlow>
<sequenceFlow id="f2" sourceRef="x" targetRef="no"/><userTask id="yes"/><userTask id="no"/>
</process></definitions>`;

/** Text in which each character beyond ASCII stands for itself or for given bytes. */
const bytesOf = (text: string, known: Record<string, number[]>): Uint8Array =>
  Uint8Array.from([...text].flatMap((one) => known[one] ?? [one.charCodeAt(0)]));
const utf16 = (text: string, swap: boolean): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return swap ? bytes.swap16() : bytes;
};
const GBK = { 同: [0xcd, 0xac], 意: [0xd2, 0xe2] };

describe('a diagram', () => {
  it.each<[string, string, Uint8Array]>([
    ['UTF-8', '同意', Buffer.from(choice('UTF-8', '同意'))],
    ['UTF-16 LE', '同意', utf16(choice('UTF-16', '同意'), false)],
    ['UTF-16 BE', '同意', utf16(choice('UTF-16', '同意'), true)],
    ['GBK', '同意', bytesOf(choice('GBK', '同意'), GBK)],
    ['GB18030', '同意', bytesOf(choice('GB18030', '同意'), GBK)],
    ['ISO-8859-1', 'Grün', bytesOf(choice('ISO-8859-1', 'Grün'), {})],
    ['windows-1252', '5 €', bytesOf(choice('windows-1252', '5 €'), { '€': [0x80] })],
  ])('in %s says what it says', async (_encoding, word, bytes) => {
    await put('case.bpmn', bytes);
    expect(await play({ word }, { tasks: ['yes'] })).toEqual({ case: 'case', ok: true });
    expect(await play({ word: 'other' }, { tasks: ['no'] })).toEqual({ case: 'case', ok: true });
  });

  it('in an encoding that nobody knows is refused by its name', async () => {
    await put('case.bpmn', choice('EBCDIC-CP-US', 'a'));
    expect(await play({}, {})).toMatchObject({
      ok: false,
      error: expect.stringContaining('[encoding-unknown] 文件的编码“EBCDIC-CP-US”不能识别'),
    });
  });
});

describe('decisions beside a diagram', () => {
  const diagram = `<definitions xmlns="${MODEL}" xmlns:o="urn:onestop:bpmn:1" id="d" targetNamespace="t"><process id="p" isExecutable="true">
<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="b"/><businessRuleTask id="b" o:decision="fee" o:resultVariable="out"/>
<sequenceFlow id="g" sourceRef="b" targetRef="u"/><userTask id="u"/></process></definitions>`;
  const decision = (feel: string) =>
    `<definitions xmlns="${DMN}" id="f" name="f" namespace="n"><decision id="fee" name="Fee"><literalExpression><text>${feel}</text></literalExpression></decision></definitions>`;

  it('come from the file that bears its name, whatever other files hold', async () => {
    await put('case.bpmn', diagram);
    await put('another.dmn', decision('1'));
    await put('case.dmn', decision('2'));
    await put('zebra.dmn', decision('3'));
    expect(await play({}, { variables: { out: 2 } })).toEqual({ case: 'case', ok: true });
  });

  it('come from the others where none bears its name, but for those that cannot be used', async () => {
    await put('case.bpmn', diagram);
    await put('a-broken.dmn', '<definitions');
    await put(
      'another.dmn',
      bytesOf(decision('"同意"').replace('<def', '<?xml version="1.0" encoding="GBK"?><def'), GBK),
    );
    expect(await play({}, { variables: { out: '同意' } })).toEqual({ case: 'case', ok: true });
  });

  it('that bear its name and cannot be used keep it from running', async () => {
    await put('case.bpmn', diagram);
    await put('case.dmn', '<definitions');
    await put('other.dmn', decision('1'));
    expect(await play({}, {})).toMatchObject({
      ok: false,
      error: expect.stringContaining('case.dmn 不能导入：[xml-invalid]'),
    });
  });
});

describe('tests in the file itself', () => {
  const kept = (name: string, tasks: string[]) =>
    `<o:test xmlns:o="urn:onestop:bpmn:1" name="${name}">${JSON.stringify({ variables: { word: 'a' }, steps: [{ expect: { tasks } }] })}</o:test>`;

  it('are run, each told by its name', async () => {
    const tests = kept('是', ['yes']) + kept('否', ['no']);
    const xml = choice('UTF-8', 'a').replace(
      '<startEvent',
      `<extensionElements>${tests}</extensionElements><startEvent`,
    );
    await put('case.bpmn', xml);
    const outcomes = await runKeptCases(join(folder, 'case.bpmn'));
    expect(outcomes.map(({ result }) => result)).toMatchObject([
      { case: 'case: 是', ok: true },
      { case: 'case: 否', ok: false, step: 0 },
    ]);
    await put('case.bpmn', choice('UTF-8', 'a'));
    expect(await runKeptCases(join(folder, 'case.bpmn'))).toEqual([]);
  });

  it('call processes that stand beside it, by their names', async () => {
    const file = (id: string, inside: string) =>
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
       <process id="${id}" isExecutable="true">${inside}</process></definitions>`;
    const flows = (middle: string) =>
      `<startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="${middle}"/><endEvent id="e"/>
       <sequenceFlow id="f2" sourceRef="${middle}" targetRef="e"/>`;
    const test = `<o:test xmlns:o="urn:onestop:bpmn:1" name="调用">${JSON.stringify({ steps: [{ expect: { tasks: ['inner'] } }] })}</o:test>`;
    await put(
      'outer.bpmn',
      file(
        'outer',
        `<extensionElements>${test}</extensionElements>${flows('call')}<callActivity id="call" calledElement="part"/>`,
      ),
    );
    const outcomes = async () =>
      (await runKeptCases(join(folder, 'outer.bpmn'))).map(({ result }) => result.ok);
    expect(await outcomes()).toEqual([false]);
    await put('part.bpmn', file('part', `${flows('inner')}<userTask id="inner" name="办理"/>`));
    expect(await outcomes()).toEqual([true]);
  });
});
