import type { Element, ProcessModel } from '../../bpmn/model/process.js';
import { changesLicences } from './licence-operations.js';

const withInput = (feel?: string, adapter = 'license'): ProcessModel => ({
  ...{ format: 1, id: 'p', called: {} },
  body: {
    flows: [],
    elements: {
      a: {
        ...{ id: 'a', type: 'serviceTask', adapter, inputs: [], outputs: [] },
        ...(feel !== undefined && { input: { feel } }),
      } as unknown as Element,
    },
  },
});

it.each([
  [undefined, false],
  ['{operation: "issue", name: "许可证"}', false],
  ['{validTo: form.occupyTo}', false],
  ['{operation: "revoke", case: checked}', false],
  ['{operation: "cancel"}', true],
  ['{operation: form.operation, validTo: form.newValidTo}', true],
  ['if urgent then {operation: "cancel"} else {operation: "issue"}', true],
])('a process whose licence adapter gets %s changes licences: %s', (feel, changes) => {
  expect(changesLicences(withInput(feel))).toBe(changes);
  expect(changesLicences(withInput(feel, 'seal'))).toBe(false);
  const calling = { ...withInput('{}', 'seal'), called: { q: withInput(feel) } };
  expect(changesLicences(calling)).toBe(changes);
});
