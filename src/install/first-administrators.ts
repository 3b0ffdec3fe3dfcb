/** The first people of an installation that starts without the demonstration: nobody else could let them in. */
import type { DataSource, EntityManager } from 'typeorm';
import { audit, readRegions } from '../people/index.js';

/** Who is to administer the platform, and where. */
export interface Administrator {
  /** As the province's sign-on names the person (`sub`). */
  subject: string;
  name: string;
  /** Six digits of the city, such as `210300`. */
  city: string;
  /** Name of the body that runs the platform; made unless it is there. */
  organisation: string;
}

/** One, and the second person whose word publications need. All others are given their posts by them. */
const MOST = 2;

/**
 * Gives somebody the post of an administrator, with the city's regions and the body it belongs to. The
 * same person twice is one.
 * @throws Error in a sentence when there are enough, or something told is none
 */
export async function addFirstAdministrator(
  dataSource: DataSource,
  administrator: Administrator,
): Promise<void> {
  const { subject, name, city, organisation } = administrator;
  const missing = [subject, name, organisation].some((each) => each.trim() === '');
  if (missing || !/^[1-8]\d{5}$/.test(city))
    throw new Error('需要 --subject、--name、--organisation，以及六位的 --city（如 210300）。');
  await dataSource.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('first administrators'))`);
    await requireFirst(manager, subject);
    await storeRegions(manager, city);
    await storePost(manager, administrator);
    await audit(manager, {
      person: null,
      act: 'person.first-administrator',
      target: `person:${subject}`,
      outcome: 'done',
    });
  });
}

async function requireFirst(manager: EntityManager, subject: string): Promise<void> {
  const others = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT n.id FROM post p JOIN person n ON n.id = p.person_id
      WHERE p.role = 'admin' AND (p.valid_to IS NULL OR p.valid_to > current_date)
        AND n.subject <> $1`,
    [subject],
  );
  if (others.length >= MOST)
    throw new Error(`已经有 ${others.length} 位管理员，这个命令只用于设立最初的 ${MOST} 位。`);
}

async function storeRegions(manager: EntityManager, city: string): Promise<void> {
  await manager.query(
    `INSERT INTO region (code, name, level, parent)
     SELECT * FROM jsonb_to_recordset($1) AS r (code text, name text, level text, parent text)
     ON CONFLICT (code) DO NOTHING`,
    [JSON.stringify(readRegions(city))],
  );
}

async function storePost(manager: EntityManager, administrator: Administrator): Promise<void> {
  const { subject, name, city, organisation } = administrator;
  const id = `o-${city.slice(0, 4)}-business`;
  await manager.query(
    `INSERT INTO organisation (id, name, kind, line, level, region)
     VALUES ($1, $2, 'department', 'business', 'city', $3) ON CONFLICT (id) DO NOTHING`,
    [id, organisation, city],
  );
  // Whoever signed in before is here already, as an applicant.
  const [{ person }] = await manager.query<[{ person: string }]>(
    `INSERT INTO person (id, account, name, subject, kind) VALUES ($1, $1, $2, $1, 'staff')
     ON CONFLICT (subject) DO UPDATE SET kind = 'staff' RETURNING id AS person`,
    [subject, name],
  );
  await manager.query(
    `INSERT INTO post (id, person_id, organisation_id, role, title)
     VALUES ($1, $2, $3, 'admin', $4) ON CONFLICT (id) DO NOTHING`,
    [`post-admin-${subject}`, person, id, `${organisation}管理员`],
  );
}
