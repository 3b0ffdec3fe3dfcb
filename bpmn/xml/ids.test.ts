import { plainId, renamedIds, withOriginalIds, withPlainIds } from './ids.js';

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const file = `<b:definitions xmlns:b="${MODEL}" xmlns:f="urn:forms" xmlns:t="urn:t" targetNamespace="urn:t">
  <!-- <b:task id="注释" /> -->
  <b:process id="许可" name="许可">
    <b:startEvent id="1-开始"><b:outgoing>线</b:outgoing></b:startEvent>
    <b:task id='受理'><b:extensionElements><f:field id="受理" /></b:extensionElements><b:incoming>t:线</b:incoming></b:task>
    <b:sequenceFlow id="线" sourceRef="1-开始" targetRef="t:受理" />
  </b:process>
</b:definitions>`;

it.each(['a', '_1', 'Task_1.2-x', ''])('leaves the id %p as it is', (id) => {
  expect(plainId(id)).toBe(id);
});

it('writes every other id in letters that a library takes, each in its own way', () => {
  const ids = ['受理', '1', '-a', 'a受', '受理1', '𠮷'];
  const plain = ids.map(plainId);
  for (const id of plain) expect(id).toMatch(/^[a-z_][\w.-]*$/i);
  expect(new Set(plain).size).toBe(ids.length);
});

it('changes ids and references of the standard, and nothing in comments and extensions', () => {
  const plain = withPlainIds(file);
  const [receipt, flow, start] = ['受理', '线', '1-开始'].map(plainId);
  expect(plain).toContain(`<b:task id='${receipt}'>`);
  expect(plain).toContain(`<f:field id="受理" />`);
  expect(plain).toContain(`<b:outgoing>${flow}</b:outgoing>`);
  expect(plain).toContain(`<b:incoming>t:${flow}</b:incoming>`);
  expect(plain).toContain(`sourceRef="${start}" targetRef="t:${receipt}"`);
  expect(plain).toContain('<!-- <b:task id="注释" /> -->');
  expect(plain).toContain('name="许可"');
});

it('gives the file back as it was written', () => {
  expect(withOriginalIds(withPlainIds(file), renamedIds(file))).toBe(file);
});

it('leaves a file with plain ids alone', () => {
  const plain = `<definitions xmlns="${MODEL}"><task id="a" /></definitions>`;
  expect(withPlainIds(plain)).toBe(plain);
});
