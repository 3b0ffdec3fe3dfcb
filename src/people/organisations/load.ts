/** Brings the city's organisations and the demonstration's people into the database. */
import { readFileSync } from 'node:fs';
import type { DataSource, EntityManager } from 'typeorm';
import { loadOnce } from '../../platform/database/load-once.js';
import { idNumberDigest, isCreditCode, isIdNumber } from '../../platform/identifiers.js';
import { readRegions } from './regions.js';
import type { AuthorityDefinition, OrganisationsData } from './organisations-data.js';
import { buildOrganisations } from './unfolding/index.js';

/** Raised when the same data unfold into other rows than before. */
const UNFOLDING = 1;
const DEMONSTRATION = new URL('../../../demonstration/', import.meta.url);

/** A person of `demonstration/people.json`. */
export interface PersonDefinition {
  subject: string;
  account: string;
  password: string;
  name: string;
  idNumber: string;
  kind: 'natural' | 'legal' | 'staff';
  phone: string;
  posts: { organisation: string; role: string; title: string; enforcementCertificate?: string }[];
}

function read(name: string): string {
  return readFileSync(new URL(name, DEMONSTRATION), 'utf8');
}

export function demonstrationPeople(): PersonDefinition[] {
  return JSON.parse(read('people.json')) as PersonDefinition[];
}

/** Regions, organisations and who decides what where. Idempotent; about 3,000 rows in one go each. */
export async function loadOrganisations(dataSource: DataSource): Promise<void> {
  const content = read('organisations.json');
  const data = JSON.parse(content) as OrganisationsData;
  await loadOnce(dataSource, 'organisations', `${UNFOLDING}\n${content}`, async (manager) => {
    const regions = readRegions(data.city);
    const organisations = buildOrganisations(data, regions);
    await manager.query(
      `INSERT INTO region (code, name, level, parent)
       SELECT * FROM jsonb_to_recordset($1) AS r (code text, name text, level text, parent text)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name, parent = excluded.parent`,
      [JSON.stringify(regions)],
    );
    await manager.query(
      `INSERT INTO organisation (id, name, kind, line, also_lines, level, region, parent_id, vertical,
         service_area, credit_code)
       SELECT id, name, kind, line, "alsoLines", level, region, "parentId", vertical, "serviceArea",
         "creditCode"
       FROM jsonb_to_recordset($1) AS o (id text, name text, kind text, line text,
         "alsoLines" text[], level text, region text, "parentId" text, vertical boolean,
         "serviceArea" text[], "creditCode" text)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
         line = excluded.line, also_lines = excluded.also_lines, level = excluded.level,
         region = excluded.region, parent_id = excluded.parent_id, vertical = excluded.vertical,
         service_area = excluded.service_area, credit_code = excluded.credit_code`,
      [JSON.stringify(organisations)],
    );
    await storeAuthorities(manager, data.authorities);
  });
}

async function storeAuthorities(
  manager: EntityManager,
  authorities: AuthorityDefinition[],
): Promise<void> {
  const rows = authorities.map(({ replaces, ...rest }) => ({
    ...rest,
    replacesLine: replaces.line,
    replacesLevel: replaces.level,
  }));
  await manager.query(
    `INSERT INTO item_authority (item_code, area, replaces_line, replaces_level, line, level,
       organisation_id, in_name_of, regulator, note)
     SELECT item, area, "replacesLine", "replacesLevel", line, level, organisation, "inNameOf",
       regulator, note
     FROM jsonb_to_recordset($1) AS a (item text, area text, "replacesLine" text,
       "replacesLevel" text, line text, level text, organisation text, "inNameOf" text,
       regulator text, note text)
     ON CONFLICT (item_code, area, replaces_line, replaces_level) DO UPDATE SET
       line = excluded.line, level = excluded.level, organisation_id = excluded.organisation_id,
       in_name_of = excluded.in_name_of, regulator = excluded.regulator, note = excluded.note`,
    [JSON.stringify(rows)],
  );
}

/** @throws Error naming the person whose identifier does not pass its check digit */
function checkPerson(person: PersonDefinition): void {
  const valid = person.kind === 'legal' ? isCreditCode : isIdNumber;
  if (!valid(person.idNumber)) {
    throw new Error(`演示人员 ${person.account} 的证件号码校验位不对，请更正 people.json。`);
  }
}

/**
 * People and their posts; needs the organisations. Idempotent.
 * @param digestKey key under which ID numbers can be found again; without it no digest is stored
 */
export async function loadPeople(dataSource: DataSource, digestKey?: string): Promise<void> {
  const content = read('people.json');
  const people = JSON.parse(content) as PersonDefinition[];
  people.forEach(checkPerson);
  await loadOnce(dataSource, 'people', `${digestKey ?? ''}\n${content}`, async (manager) => {
    await manager.query(
      `INSERT INTO person (id, account, name, id_number_digest, subject, kind)
       SELECT subject, account, name, digest, subject, kind
       FROM jsonb_to_recordset($1) AS p (subject text, account text, name text, digest text, kind text)
       ON CONFLICT (subject) DO UPDATE SET account = excluded.account, name = excluded.name,
         id_number_digest = excluded.id_number_digest, kind = excluded.kind`,
      [
        JSON.stringify(
          people.map(({ subject, account, name, kind, idNumber }) => ({
            subject,
            account,
            name,
            kind,
            digest: digestKey ? idNumberDigest(idNumber, digestKey) : null,
          })),
        ),
      ],
    );
    await manager.query(
      `INSERT INTO post (id, person_id, organisation_id, role, title, enforcement_certificate)
       SELECT p.id, person.id, p.organisation, p.role, p.title, p."enforcementCertificate"
       FROM jsonb_to_recordset($1) AS p (id text, subject text, organisation text, role text,
         title text, "enforcementCertificate" text)
       JOIN person USING (subject)
       ON CONFLICT (id) DO UPDATE SET organisation_id = excluded.organisation_id,
         role = excluded.role, title = excluded.title,
         enforcement_certificate = excluded.enforcement_certificate`,
      [
        JSON.stringify(
          people.flatMap(({ account, subject, posts }) =>
            posts.map((post, i) => ({ ...post, subject, id: `post-${account}-${i + 1}` })),
          ),
        ),
      ],
    );
  });
}
