import { readdir, readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { compile, examine, keptTests, link } from '../compiler/index.js';
import { keptFindings } from '../conformance/index.js';
import { FORMATS } from '../forms/index.js';
import { lint } from '../lint/index.js';
import type { Element, ProcessModel, Scope, UserTask } from '../model/process.js';

const FOLDER = new URL('./', import.meta.url);
const FORMS = new URL('./forms/', import.meta.url);

const read = (name: string) => readFile(new URL(name, FOLDER), 'utf8');
const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.bpmn')).sort();
const schemas = (await readdir(FORMS)).filter((name) => name.endsWith('.schema.json')).sort();

/** These keep tests of their own, as an example of how it is done. */
const TESTED = ['allowance.bpmn', 'shop-sign.bpmn', 'small-catering.bpmn'];

function elementsOf(scope: Scope): Element[] {
  return Object.values(scope.elements).flatMap((element) =>
    element.type === 'subProcess' ? [element, ...elementsOf(element.body)] : [element],
  );
}

async function modelOf(file: string): Promise<ProcessModel> {
  const { models } = await compile(await read(file));
  return models[0]!;
}

async function userTasks(file: string): Promise<UserTask[]> {
  return elementsOf((await modelOf(file)).body).filter((element) => element.type === 'userTask');
}

describe.each(files)('%s', (file) => {
  it('compiles without a finding, to the process its name says', async () => {
    const { models, findings } = await compile(await read(file));
    expect(findings).toEqual([]);
    expect(models.map(({ id }) => `${id}.bpmn`)).toEqual([file]);
  });

  it('passes the lint without an error', async () => {
    const findings = await lint(await read(file));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says of every user task who does it, what act it is, how it may end and on which form', async () => {
    for (const task of await userTasks(file)) {
      const { line, level, role } = task.assignment;
      // Neither line nor level: the role in the department that leads the case.
      const leading = role !== undefined && line === undefined && level === undefined;
      // A level without a line: the body of the leading line at that level, as a department's superior.
      const above = role !== undefined && level !== undefined;
      const someone = leading || above || (line !== undefined && level !== undefined);
      expect([task.id, someone]).toEqual([task.id, true]);
      expect(task.act).toBeDefined();
      expect(task.outcomes.length).toBeGreaterThan(0);
      expect(schemas).toContain(`${task.form}.schema.json`);
    }
  });

  it('does what the tests that stand in it say', async () => {
    const { models, definitions } = await examine(await read(file));
    const tests = keptTests(definitions!);
    if (TESTED.includes(file)) expect(tests.length).toBeGreaterThan(1);
    if (tests.length === 0) return;
    const all = await Promise.all(files.map(modelOf));
    const linked = models.map((model) => link(model, (id) => all.find((one) => one.id === id)));
    expect(await keptFindings(linked, tests)).toEqual([]);
  });

  it('draws every element, and no two shapes of elements over one another', async () => {
    const xml = await read(file);
    const boxes = [
      ...xml.matchAll(
        /<bpmndi:BPMNShape id="[^"]*" bpmnElement="([^"]+)"[^>]*>\s*<dc:Bounds x="(-?\d+)" y="(-?\d+)" width="(\d+)" height="(\d+)"/g,
      ),
    ].map(([, id, ...numbers]) => ({ id: id!, box: numbers.map(Number) }));
    const drawn = new Map(boxes.map(({ id, box }) => [id, box]));
    const elements = elementsOf((await modelOf(file)).body);
    expect(elements.map(({ id }) => id).filter((id) => !drawn.has(id))).toEqual([]);
    const solid = elements.filter(({ type }) => type !== 'boundaryEvent');
    for (const [index, one] of solid.entries()) {
      for (const other of solid.slice(index + 1)) {
        expect([one.id, other.id, overlap(drawn.get(one.id)!, drawn.get(other.id)!)]).toEqual([
          one.id,
          other.id,
          false,
        ]);
      }
    }
  });
});

function overlap(a: number[], b: number[]): boolean {
  const apart = (start: number, size: number) =>
    a[start]! + a[size]! <= b[start]! || b[start]! + b[size]! <= a[start]!;
  return !apart(0, 2) && !apart(1, 3);
}

describe('the forms', () => {
  const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  for (const [format, holds] of Object.entries(FORMATS)) ajv.addFormat(format, holds);
  for (const bound of ['x-earliest', 'x-latest']) ajv.addKeyword(bound);

  it.each(schemas)('%s is a JSON Schema with a Chinese title for every field', async (file) => {
    const schema = JSON.parse(await readFile(new URL(file, FORMS), 'utf8')) as {
      $id: string;
      properties: Record<string, { title?: string }>;
    };
    expect(schema.$id).toBe(`urn:onestop:form:${file.replace('.schema.json', '')}`);
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(() => ajv.compile(schema)).not.toThrow();
    for (const [name, { title }] of Object.entries(schema.properties)) {
      expect([name, title]).toEqual([name, expect.stringMatching(/\p{Script=Han}/u)]);
    }
  });

  it('ask for a sign’s size only when there is a sign', async () => {
    const schema = JSON.parse(await read('forms/restaurant.schema.json')) as object;
    const { $id: _used, ...anonymous } = schema as { $id: string };
    const validate = ajv.compile(anonymous);
    const missing = (data: object) => {
      validate(data);
      const errors = validate.errors ?? [];
      return errors.flatMap(
        ({ params }) => (params as { missingProperty?: string }).missingProperty ?? [],
      );
    };
    expect(missing({})).not.toContain('signWidth');
    expect(missing({ hasSign: false })).not.toContain('signWidth');
    expect(missing({ hasSign: true })).toContain('signWidth');
  });

  it('leave the two inspectors of a record to the platform, which knows their certificates', async () => {
    const schema = JSON.parse(await read('forms/inspection.schema.json')) as { $id: string };
    const { $id: _used, ...anonymous } = schema;
    const validate = ajv.compile(anonymous);
    expect(validate({ inspectedOn: '2026-11-23', findings: '符合要求' })).toBe(true);
    expect(validate({ inspectedOn: '2026-11-23' })).toBe(false);
    expect(schema).not.toHaveProperty('properties.inspectors');
  });
});
