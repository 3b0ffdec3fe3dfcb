import ts from 'typescript';
import { checkProgram } from '../../tools/sql/check-program.js';
import type { Finding } from '../../tools/sql/findings.js';
import { Program } from '../../tools/sql/program.js';
import { createTestDatabase } from '../servers/index.js';

/** One fault a function; what is right beside it has none. */
const PLANTED = `
import type { EntityManager } from '../../node_modules/typeorm/planted.js';
declare const manager: EntityManager;

export const right = (id: string, at: Date | null) =>
  manager.query<{ id: string; due_at: Date | null; n: string; origin: 'diagram' | 'side' }[]>(
    \`SELECT t.id, t.due_at, count(*) OVER () AS n, t.origin FROM task t
      WHERE t.id = $1 AND ($2::timestamptz IS NULL OR t.due_at < $2)\`, [id, at]);

export const wrongColumn = () => manager.query<{ id: string }[]>(\`SELECT id, naem FROM task\`);
export const missingColumn = () => manager.query<{ id: string; name: string }[]>(\`SELECT id FROM task\`);
export const undeclaredColumn = () => manager.query<{ id: string }[]>(\`SELECT id, name FROM task\`);
export const sameColumnTwice = () =>
  manager.query<{ name: string }[]>(\`SELECT t.name, p.name FROM task t JOIN person p ON true\`);

export const wrongType = () => manager.query<{ opened_at: string }[]>(\`SELECT opened_at FROM task\`);
export const bigNumber = () => manager.query<{ n: number }[]>(\`SELECT count(*) AS n FROM task\`);
export const dateInJson = () =>
  manager.query<{ told: { at: Date }[] }[]>(
    \`SELECT coalesce(jsonb_agg(jsonb_build_object('at', opened_at)), '[]') AS told FROM task\`);
export const wrongText = () => manager.query<{ origin: 'diagram' }[]>(\`SELECT origin FROM task\`);

export const nullable = () => manager.query<{ due_at: Date }[]>(\`SELECT due_at FROM task\`);
export const outerJoin = () =>
  manager.query<{ name: string }[]>(
    \`SELECT p.name FROM task t LEFT JOIN person p ON p.id = t.assignee_person\`);
export const noRows = () => manager.query<{ last: Date }[]>(\`SELECT max(opened_at) AS last FROM task\`);
export const notNullBecauseAsked = () =>
  manager.query<{ due_at: Date; name: string }[]>(
    \`SELECT t.due_at, p.name FROM task t LEFT JOIN person p ON p.id = t.assignee_person
      WHERE t.due_at < now() AND p.name IS NOT NULL\`);

export const tooFew = (id: string) =>
  manager.query<{ id: string }[]>(\`SELECT id FROM task WHERE id = $1 AND name = $2\`, [id]);
export const wrongParameter = (open: boolean) =>
  manager.query<{ id: string }[]>(\`SELECT id FROM task WHERE id = $1\`, [open]);
export const listAsJson = async (data: string[]) => {
  await manager.query(\`UPDATE task SET data = $1\`, [data]);
};
export const nullWritten = async (name: string | null) => {
  await manager.query(\`UPDATE task SET name = $1\`, [name]);
};

export const updateWithoutCount = async () => {
  const rows = await manager.query<{ id: string }[]>(\`UPDATE task SET name = '' RETURNING id\`);
  return rows.length;
};
export const updateWithCount = async () => {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    \`UPDATE task SET name = '' RETURNING id\`);
  return rows.length;
};
export const untyped = async () => (await manager.query(\`SELECT id FROM task\`))[0].id;

const ORDERS = { newest: 'opened_at DESC', dearest: 'price' } as const;
export const oneVariant = (order: keyof typeof ORDERS) =>
  manager.query<{ id: string }[]>(\`SELECT id FROM task ORDER BY \${ORDERS[order]}\`);
export const unsaid = (condition: string) =>
  manager.query<{ id: string }[]>(\`SELECT id FROM task WHERE \${condition}\`);
export const conditions = (state: string, role?: string) => {
  const values: unknown[] = [state];
  const where = ['state = $1'];
  if (role) where.push(\`role = $\${values.push(role)}\`);
  return manager.query<{ id: string }[]>(\`SELECT id FROM task WHERE \${where.join(' AND ')}\`, values);
};
`;

/** As TypeORM declares it, without the thousand files that come with it. */
const DOOR = `export declare class EntityManager {
  query<T = any>(query: string, parameters?: any[]): Promise<T>;
}`;

/** The name of the function that a line belongs to. */
function plantedAt(place: string): string {
  const line = Number(place.split(':').at(-2));
  const before = PLANTED.split('\n').slice(0, line).reverse();
  return before.map((text) => /^export const (\w+)/.exec(text)?.[1]).find(Boolean)!;
}

describe('statements held against the schema', () => {
  let findings: Finding[];

  beforeAll(async () => {
    const file = `${process.cwd()}/test/database/planted.ts`;
    const texts = new Map([
      [file, PLANTED],
      [`${process.cwd()}/node_modules/typeorm/planted.d.ts`, DOOR],
    ]);
    const options: ts.CompilerOptions = {
      ...{ strict: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, types: [] },
      ...{ module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
    };
    const host = ts.createCompilerHost(options);
    host.fileExists = (name) => texts.has(name) || ts.sys.fileExists(name);
    host.readFile = (name) => texts.get(name) ?? ts.sys.readFile(name);
    const program = ts.createProgram([file], options, host);
    const url = await createTestDatabase();
    const checked = new Program(program, (name) => name === file);
    findings = (await checkProgram(checked, url, process.cwd(), {})).findings;
  });

  const found = (name: string) =>
    findings.filter(({ place }) => plantedAt(place) === name).map(({ code }) => code);

  it.each([
    ['wrongColumn', 'refused'],
    ['missingColumn', 'column-missing'],
    ['undeclaredColumn', 'column-undeclared'],
    ['sameColumnTwice', 'column-twice'],
    ['wrongType', 'column-type'],
    ['bigNumber', 'column-type'],
    ['dateInJson', 'column-type'],
    ['wrongText', 'column-value'],
    ['nullable', 'column-null'],
    ['outerJoin', 'column-null'],
    ['noRows', 'column-null'],
    ['tooFew', 'parameter-count'],
    ['wrongParameter', 'parameter-type'],
    ['listAsJson', 'parameter-type'],
    ['nullWritten', 'parameter-null'],
    ['updateWithoutCount', 'result-shape'],
    ['untyped', 'rows-untyped'],
    ['oneVariant', 'refused'],
    ['unsaid', 'unresolved'],
  ])('finds in %s what is wrong: %s', (name, code) => {
    expect(found(name)).toEqual([code]);
  });

  it.each(['right', 'notNullBecauseAsked', 'updateWithCount', 'conditions'])(
    'finds nothing in %s',
    (name) => expect(found(name)).toEqual([]),
  );

  it('tells the place, the fault and what it is about', () => {
    expect(findings.find(({ code }) => code === 'column-twice')).toEqual({
      place: 'test/database/planted.ts:14:3',
      code: 'column-twice',
      about: 'name',
    });
  });
});
