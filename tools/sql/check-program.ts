/** Checks every statement of a program against a migrated database. */
import { relative } from 'node:path';
import pg from 'pg';
import { Check } from './check.js';
import { COMPOSED, type Composed } from './composed.js';
import { describe, type Described } from './describe.js';
import { Unsaid } from './evaluation.js';
import type { Finding } from './findings.js';
import { placeOf, type Program } from './program.js';
import { Schema } from './schema.js';
import {
  functionAround,
  queriesIn,
  statementsOf,
  type Query,
  type Statement,
} from './statements.js';

export interface Outcome {
  /** Calls of the database. */
  calls: number;
  /** Different statements, of all variants. */
  statements: string[];
  findings: Finding[];
}

/**
 * @param url a database with the schema up to date; nothing in it is changed
 * @param root folder that places are told from
 */
export async function checkProgram(
  program: Program,
  url: string,
  root: string,
  composed: Record<string, Composed> = COMPOSED,
): Promise<Outcome> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const schema = await Schema.read(client);
    const described = new Map<string, Promise<Described>>();
    const check = new Check(program.checker, schema, (sql) => {
      const known = described.get(sql) ?? describe(client, schema, sql);
      described.set(sql, known);
      return known;
    });
    const queries = queriesIn(program);
    const registered = new Set(Object.keys(composed));
    const findings: Finding[] = [];
    for (const query of queries) {
      const place = relative(root, placeOf(query.node));
      for (const found of await faultsOf(query)) findings.push({ place, ...found });
    }
    for (const name of registered)
      findings.push({ place: 'tools/sql/composed.ts', code: 'not-composed', about: name });
    return { calls: queries.length, statements: [...described.keys()], findings };

    async function faultsOf(query: Query): Promise<Omit<Finding, 'place'>[]> {
      const statements = variantsOf(query);
      if (!Array.isArray(statements)) return [statements];
      const found = new Map<string, Omit<Finding, 'place'>>();
      for (const statement of statements)
        for (const fault of await check.statement(query, statement))
          found.set(`${fault.code} ${fault.about}`, fault);
      return [...found.values()];
    }

    function variantsOf(query: Query): Statement[] | Omit<Finding, 'place'> {
      try {
        return statementsOf(program, query);
      } catch (error) {
        if (!(error instanceof Unsaid)) throw error;
        const name = functionAround(query.node);
        if (!composed[name]) {
          const where = relative(root, placeOf(error.node));
          return { code: 'unresolved', about: `${error.message} (${where})` };
        }
        registered.delete(name);
        return composed[name].statements().map(({ text, values }) => ({
          sql: text,
          parameters: values.map(() => ({ value: () => undefined })),
        }));
      }
    }
  } finally {
    await client.end();
  }
}
