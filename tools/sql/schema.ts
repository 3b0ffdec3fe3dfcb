/** What the migrated database knows of its own tables, types and functions. */
import type { Client } from 'pg';
import { isNode, nodesOf, readTree, textOf, type Tree, type TreeNode } from './node-tree.js';

export interface Column {
  name: string;
  notNull: boolean;
  /** The only texts its CHECK lets in. */
  texts?: string[];
}

export interface Procedure {
  name: string;
  /** Gives null whenever an argument is. */
  strict: boolean;
  /** Comes with PostgreSQL. */
  builtIn: boolean;
}

/** A type by its id: its name, and for an array its elements' id. */
export interface PgType {
  name: string;
  element?: string;
}

export class Schema {
  private constructor(
    private readonly columns: Map<string, Column>,
    private readonly procedures: Map<string, Procedure>,
    private readonly types: Map<string, PgType>,
    private readonly views: Map<string, TreeNode>,
  ) {}

  static async read(client: Client): Promise<Schema> {
    const { rows: attributes } = await client.query<Column & { key: string }>(
      `SELECT attrelid || '/' || attnum AS key, attname AS name, attnotnull AS "notNull"
         FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped`,
    );
    const { rows: procedures } = await client.query<Procedure & { id: string }>(
      `SELECT oid::text AS id, proname AS name, proisstrict AS strict,
              pronamespace = 'pg_catalog'::regnamespace AS "builtIn" FROM pg_proc`,
    );
    const { rows: types } = await client.query<{ id: string; name: string; element?: string }>(
      `SELECT oid::text AS id, typname AS name,
              CASE WHEN typcategory = 'A' THEN typelem::text END AS element FROM pg_type`,
    );
    const { rows: checks } = await client.query<{ relation: string; tree: string }>(
      `SELECT conrelid::text AS relation, conbin::text AS tree FROM pg_constraint
        WHERE contype = 'c' AND conrelid <> 0`,
    );
    const { rows: views } = await client.query<{ id: string; tree: string }>(
      `SELECT ev_class::text AS id, ev_action::text AS tree FROM pg_rewrite r
         JOIN pg_class c ON c.oid = r.ev_class
        WHERE c.relkind = 'v' AND c.relnamespace = 'public'::regnamespace`,
    );
    const columns = new Map(attributes.map(({ key, ...column }) => [key, column]));
    for (const { relation, tree } of checks) {
      const allowed = textsAllowed(readTree(tree));
      const column = allowed && columns.get(`${relation}/${allowed.attribute}`);
      if (column) column.texts = allowed.texts;
    }
    return new Schema(
      columns,
      new Map(procedures.map(({ id, ...procedure }) => [id, procedure])),
      new Map(types.map(({ id, name, element }) => [id, { name, element }])),
      new Map(views.map(({ id, tree }) => [id, nodesOf(readTree(tree))[0]!])),
    );
  }

  column(relation: string, attribute: number): Column | undefined {
    return this.columns.get(`${relation}/${attribute}`);
  }

  procedure(id: string): Procedure | undefined {
    return this.procedures.get(id);
  }

  /** What a view is made of. */
  view(relation: string): TreeNode | undefined {
    return this.views.get(relation);
  }

  type(id: string): PgType {
    return this.types.get(id) ?? { name: `type ${id}` };
  }
}

/** Reads `CHECK (column IN ('a', 'b'))`. */
function textsAllowed(check: Tree): { attribute: number; texts: string[] } | undefined {
  if (!isNode(check, 'SCALARARRAYOPEXPR') || check.useOr !== 'true') return;
  const [column, list] = nodesOf(check.args);
  if (!isNode(column, 'VAR') || !isNode(list, 'ARRAYEXPR')) return;
  const texts = nodesOf(list.elements).map(textOf);
  if (!texts.every((text) => text !== undefined)) return;
  return { attribute: Number(column.varattno), texts };
}
