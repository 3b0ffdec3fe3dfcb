import { readdir, readFile } from 'node:fs/promises';
import { compile } from '../bpmn/compiler/index.js';
import type { CallActivity, Element, ServiceTask } from '../bpmn/model/process.js';
import { adapters } from './index.js';

interface Item {
  code: string;
  kind: 'single' | 'one-stop';
  processId: string;
  form: string;
  processVariables: string[];
  personal: string[];
  fees: { name: string; amountCents: number }[];
  result: { name: string; kind: string };
  children?: { key: string; item: string; when: string }[];
  legalBasis: { law: string; verified: boolean; note?: string }[];
  materials: { code: string; child?: string; verified: boolean; note?: string }[];
  verified: boolean;
  notes: string[];
}

const PROCESSES = new URL('../bpmn/processes/', import.meta.url);
const ITEMS = new URL('../demonstration/items/', import.meta.url);

async function readJson<T>(url: URL): Promise<T> {
  return JSON.parse(await readFile(url, 'utf8')) as T;
}

const items = await Promise.all(
  (await readdir(ITEMS)).map((file) => readJson<Item>(new URL(file, ITEMS))),
);
const byCode = new Map(items.map((item) => [item.code, item]));
const licenceTypes = await readJson<{ name: string }[]>(
  new URL('../demonstration/licence-types.json', import.meta.url),
);

async function elements(processId: string): Promise<Element[]> {
  const xml = await readFile(new URL(`${processId}.bpmn`, PROCESSES), 'utf8');
  return Object.values((await compile(xml)).models[0]!.body.elements);
}

const serviceTasks = async (processId: string): Promise<ServiceTask[]> =>
  (await elements(processId)).filter((element) => element.type === 'serviceTask');
const callActivities = async (processId: string): Promise<CallActivity[]> =>
  (await elements(processId)).filter((element) => element.type === 'callActivity');

describe.each(items.map((item) => [item.processId, item] as const))('item %s', (_id, item) => {
  it('has a process whose services are adapters there are', async () => {
    for (const { id, adapter } of await serviceTasks(item.processId)) {
      expect([id, adapters.has(adapter!)]).toEqual([id, true]);
    }
  });

  it('has a form, and lets no personal field of it into the process', async () => {
    const url = new URL(`forms/${item.form}.schema.json`, PROCESSES);
    const { properties, allOf = [] } = await readJson<{
      properties: Record<string, unknown>;
      allOf?: { then: { properties?: Record<string, unknown> } }[];
    }>(url);
    const fields = [properties, ...allOf.map(({ then }) => then.properties ?? {})].flatMap(
      Object.keys,
    );
    const unknown = item.processVariables.filter((name) => !fields.includes(name));
    if (item.processId !== 'fire-later-check') expect(unknown).toEqual([]);
    expect(item.processVariables.filter((name) => item.personal.includes(name))).toEqual([]);
    const personal = ['idNumber', 'phone', 'operatorName', 'bankAccount', 'agentIdNumber'];
    for (const name of personal.filter((each) => fields.includes(each))) {
      expect(item.personal).toContain(name);
    }
  });

  it('names fees and licences as its diagram and the licence catalogue do', async () => {
    for (const { adapter, input } of await serviceTasks(item.processId)) {
      const fee = adapter === 'payment' && /fee: "([^"]+)"/.exec(input!.feel)?.[1];
      if (fee) expect(item.fees.map(({ name }) => name)).toContain(fee);
      const licence = adapter === 'license' && /name: "([^"]+)"/.exec(input!.feel)?.[1];
      if (licence) expect(licence).toBe(item.result.name);
    }
    if (item.result.kind === 'licence') {
      expect(licenceTypes.map(({ name }) => name)).toContain(item.result.name);
    }
  });

  it('calls items there are, by the process they name, and its children among them', async () => {
    const calls = (await callActivities(item.processId)).filter(({ separate }) => separate);
    for (const { item: code, calledElement } of calls) {
      expect(byCode.get(code!)?.processId).toBe(calledElement);
    }
    for (const { key, item: code } of item.children ?? []) {
      expect(calls.find(({ id }) => id === `child_${key}`)?.item).toBe(code);
    }
  });

  it('says 待核实 of everything that has not been verified', () => {
    const open = [...item.legalBasis, ...item.materials].filter(({ verified }) => !verified);
    for (const { note } of open) expect(note).toContain('待核实');
    if (item.processId === 'benchmark') return;
    if (!item.verified) expect(item.notes.join()).toContain('待核实');
    else expect(open).toEqual([]);
  });
});
