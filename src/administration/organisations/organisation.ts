/** A body as the register takes it, and how many are written at once. */
import type { EntityManager } from 'typeorm';
import type { OrganisationKind, RegionLevel } from '../../people/index.js';

/** What the register says of a body; a change names only what changes. */
export interface OrganisationFields {
  name: string;
  kind: OrganisationKind;
  line: string | null;
  alsoLines: string[];
  level: RegionLevel;
  region: string | null;
  parent: string | null;
  vertical: boolean;
  serviceArea: string[];
  creditCode: string | null;
  inNameOf: string | null;
}

/** A new body. */
export interface NewOrganisation extends OrganisationFields {
  id: string;
  /** First day, `YYYY-MM-DD`. */
  validFrom: string;
}

/** Fields → columns of `organisation`. */
const COLUMNS = {
  name: 'name',
  kind: 'kind',
  line: 'line',
  alsoLines: 'also_lines',
  level: 'level',
  region: 'region',
  parent: 'parent_id',
  vertical: 'vertical',
  serviceArea: 'service_area',
  creditCode: 'credit_code',
  inNameOf: 'in_name_of',
} as const satisfies Record<keyof OrganisationFields, string>;

const FIELDS = Object.keys(COLUMNS) as (keyof OrganisationFields)[];

export const fieldsGiven = (asked: object): (keyof OrganisationFields)[] =>
  FIELDS.filter((field) => (asked as Partial<OrganisationFields>)[field] !== undefined);

/** New ones in one statement: what hangs on each other may come in any order. */
export async function insertOrganisations(
  manager: EntityManager,
  organisations: readonly NewOrganisation[],
): Promise<void> {
  await manager.query(
    `INSERT INTO organisation (id, name, kind, line, also_lines, level, region, parent_id, vertical,
       service_area, credit_code, in_name_of, valid_from)
     SELECT id, name, kind, line, "alsoLines", level, region, parent, vertical, "serviceArea",
       "creditCode", "inNameOf", "validFrom"
     FROM jsonb_to_recordset($1) AS o (id text, name text, kind text, line text,
       "alsoLines" text[], level text, region text, parent text, vertical boolean,
       "serviceArea" text[], "creditCode" text, "inNameOf" text, "validFrom" date)`,
    [JSON.stringify(organisations)],
  );
}

export interface ChangedOrganisation extends Partial<OrganisationFields> {
  id: string;
}

/** Each row as the register says it, by id. */
export async function readFields(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, OrganisationFields>> {
  const rows = await manager.query<(OrganisationFields & { id: string })[]>(
    `SELECT id, name, kind, line, also_lines AS "alsoLines", level, region, parent_id AS parent,
       vertical, service_area AS "serviceArea", credit_code AS "creditCode",
       in_name_of AS "inNameOf"
     FROM organisation WHERE id = ANY($1) FOR UPDATE`,
    [ids],
  );
  return new Map(rows.map(({ id, ...fields }) => [id, fields]));
}

/** Whole rows over those that are there. */
export async function updateOrganisations(
  manager: EntityManager,
  rows: readonly (OrganisationFields & { id: string })[],
): Promise<void> {
  await manager.query(
    `UPDATE organisation SET name = o.name, kind = o.kind, line = o.line, also_lines = o."alsoLines",
       level = o.level, region = o.region, parent_id = o.parent, vertical = o.vertical,
       service_area = o."serviceArea", credit_code = o."creditCode", in_name_of = o."inNameOf"
     FROM jsonb_to_recordset($1) AS o (id text, name text, kind text, line text,
       "alsoLines" text[], level text, region text, parent text, vertical boolean,
       "serviceArea" text[], "creditCode" text, "inNameOf" text)
     WHERE organisation.id = o.id`,
    [JSON.stringify(rows)],
  );
}
