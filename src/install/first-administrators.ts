/** The first people of an installation that starts without the demonstration: nobody else could let them in. */
import type { DataSource, EntityManager } from 'typeorm';
import {
  ADD_ORGANISATION,
  ADD_POST,
  ADD_REGION,
  performAll,
  THE_PLATFORM,
} from '../administration/index.js';
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
  /** Only where nobody ever was administrator. */
  whereNone?: boolean;
}

/** One, and the second person whose word publications need. All others are given their posts by them. */
const MOST = 2;
/** Codes of GB/T 2260 and the body that runs the platform were there before it. */
const SINCE_EVER = '2000-01-01';

/** The post's id is the person's: whoever has left it is not let in again by a restart. */
const postOf = (subject: string) => `post-admin-${subject}`;

/**
 * Gives somebody the post of an administrator, with the city's regions and the body it belongs to. The
 * same person twice is one, and whoever has left since is not let in again.
 * @returns whether somebody was let in
 * @throws Error in a sentence when there are enough, or something told is none
 */
export async function addFirstAdministrator(
  dataSource: DataSource,
  administrator: Administrator,
): Promise<boolean> {
  const { subject, name, city, organisation } = administrator;
  const missing = [subject, name, organisation].some((each) => each.trim() === '');
  if (missing || !/^[1-8]\d{5}$/.test(city))
    throw new Error('需要 --subject、--name、--organisation，以及六位的 --city（如 210300）。');
  return dataSource.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('first administrators'))`);
    if (await isThere(manager, administrator)) return false;
    await requireFirst(manager, subject);
    await storeRegions(manager, city);
    await storePost(manager, administrator);
    await audit(manager, {
      person: null,
      act: 'person.first-administrator',
      target: `person:${subject}`,
      outcome: 'done',
    });
    return true;
  });
}

/** Whether it was done before. */
async function isThere(
  manager: EntityManager,
  { subject, whereNone = false }: Administrator,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM post WHERE id = $1 OR ($2 AND role = 'admin') LIMIT 1`,
    [postOf(subject), whereNone],
  );
  return rows.length > 0;
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
  const known = await manager.query<{ code: string }[]>(`SELECT code FROM region`);
  const there = new Set(known.map(({ code }) => code));
  const asked = readRegions(city).filter(({ code }) => !there.has(code));
  await performAll(manager, ADD_REGION, {
    by: THE_PLATFORM,
    asked: asked.map((region) => ({ ...region, validFrom: SINCE_EVER })),
  });
}

/** The body and the post by the acts of administrators, who go on from there by themselves. */
async function storePost(manager: EntityManager, administrator: Administrator): Promise<void> {
  const { subject, name, city, organisation } = administrator;
  const id = `o-${city.slice(0, 4)}-business`;
  // Whoever signed in before is here already, as an applicant.
  const [{ person }] = await manager.query<[{ person: string }]>(
    `INSERT INTO person (id, account, name, subject, kind) VALUES ($1, $1, $2, $1, 'staff')
     ON CONFLICT (subject) DO UPDATE SET kind = 'staff' RETURNING id AS person`,
    [subject, name],
  );
  const bodies = await manager.query<unknown[]>(`SELECT 1 FROM organisation WHERE id = $1`, [id]);
  const body = {
    id,
    name: organisation,
    kind: 'department',
    line: 'business',
    level: 'city',
  } as const;
  const usual = { alsoLines: [], parent: null, vertical: false, serviceArea: [] };
  await performAll(manager, ADD_ORGANISATION, {
    by: THE_PLATFORM,
    asked:
      bodies.length > 0
        ? []
        : [
            {
              ...{ ...body, ...usual, region: city, creditCode: null, inNameOf: null },
              validFrom: SINCE_EVER,
            },
          ],
  });
  await performAll(manager, ADD_POST, {
    by: THE_PLATFORM,
    asked: [
      {
        ...{ id: postOf(subject), person, organisation: id, role: 'admin' },
        ...{ title: `${organisation}管理员`, certificate: null },
        ...{ validFrom: SINCE_EVER, validTo: null },
      },
    ],
  });
}
