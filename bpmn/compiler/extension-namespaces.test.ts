/** Extension elements and attributes count by their namespace, whatever stands for it. */
import { compile } from './compile.js';

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const ZEEBE = 'http://camunda.org/schema/zeebe/1.0';
const CAMUNDA = 'http://camunda.org/schema/1.0/bpmn';
const ONESTOP = 'urn:onestop:bpmn:1';

const mapped = async (definitions: string, task: string) => {
  const { models, findings } = await compile(
    `<definitions xmlns="${MODEL}" ${definitions} id="d" targetNamespace="t"><process id="p" isExecutable="true">
    <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="u"/>${task}</process></definitions>`,
  );
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return models[0]!.body.elements['u'];
};
const task = (extensions: string, attributes = '') =>
  `<userTask id="u" ${attributes}><extensionElements>${extensions}</extensionElements></userTask>`;
const inputs = [{ target: 'b', source: { feel: 'a + 1' } }];

it.each([
  [
    'the usual prefix',
    `xmlns:zeebe="${ZEEBE}"`,
    '<zeebe:ioMapping><zeebe:input source="=a + 1" target="b"/></zeebe:ioMapping>',
  ],
  [
    'another prefix',
    `xmlns:z="${ZEEBE}"`,
    '<z:ioMapping><z:input source="=a + 1" target="b"/></z:ioMapping>',
  ],
  ['no prefix', '', `<ioMapping xmlns="${ZEEBE}"><input source="=a + 1" target="b"/></ioMapping>`],
  [
    'a prefix bound on the element',
    '',
    `<q:ioMapping xmlns:q="${ZEEBE}"><q:input source="=a + 1" target="b"/></q:ioMapping>`,
  ],
  [
    'a prefix bound to something else further out',
    `xmlns:zeebe="urn:other"`,
    `<zeebe:ioMapping xmlns:zeebe="${ZEEBE}"><zeebe:input source="=a + 1" target="b"/></zeebe:ioMapping>`,
  ],
  [
    "another engine's prefix",
    `xmlns:camunda="${ZEEBE}"`,
    '<camunda:ioMapping><camunda:input source="=a + 1" target="b"/></camunda:ioMapping>',
  ],
  [
    'two prefixes',
    `xmlns:z="${ZEEBE}" xmlns:y="${ZEEBE}"`,
    '<z:ioMapping><y:input source="=a + 1" target="b"/></z:ioMapping>',
  ],
])('by %s', async (_how, definitions, extension) => {
  expect(await mapped(definitions, task(extension))).toMatchObject({ inputs });
});

it('of Camunda 7 too, elements without a prefix and attributes with any', async () => {
  const parameters = `<inputOutput xmlns="${CAMUNDA}"><inputParameter name="b">\${a}</inputParameter></inputOutput>`;
  const element = await mapped(
    `xmlns:x="${CAMUNDA}"`,
    task(parameters, 'x:formKey="request" x:candidateGroups="clerk"'),
  );
  expect(element).toMatchObject({
    form: 'request',
    inputs: [{ target: 'b', source: { feel: 'a' } }],
  });
});

it('of our own, under a prefix that means something else elsewhere', async () => {
  const element = await mapped(
    `xmlns:onestop="urn:other" xmlns:w="urn:w"`,
    `<userTask id="u" xmlns:w="${ONESTOP}" w:form="request"/>`,
  );
  expect(element).toMatchObject({ form: 'request' });
});

it('and not by a prefix that is bound to something else where it stands', async () => {
  const other = `<zeebe:ioMapping xmlns:zeebe="urn:other"><zeebe:input source="=a + 1" target="b"/></zeebe:ioMapping>`;
  expect(await mapped(`xmlns:zeebe="${ZEEBE}"`, task(other))).toMatchObject({ inputs: [] });
});
