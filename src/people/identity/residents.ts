/**
 * People who never signed on themselves: a village's agent applies for them. They are found by a keyed
 * digest of the ID number; when they sign on one day, they find their cases.
 */
import type { EntityManager } from 'typeorm';
import { idNumberDigest } from '../../platform/identifiers.js';

/** Begins the subject of whom no identity service has shown us. */
export const NEVER_SIGNED_ON = 'resident-';

/** Id of somebody whom the province has not shown us yet, by the digest of their ID number. */
export const residentId = (digest: string): string => NEVER_SIGNED_ON + digest.slice(0, 24);

/**
 * The person's id; a new person when the ID number is not known yet.
 * @param kind a firm is known by its credit code instead
 */
export async function residentOf(
  manager: EntityManager,
  resident: { idNumber: string; name: string },
  digestKey: string,
  kind: 'natural' | 'legal' = 'natural',
): Promise<string> {
  const digest = idNumberDigest(resident.idNumber, digestKey);
  const known = await knownBy(manager, digest);
  if (known !== undefined) return known;
  const id = residentId(digest);
  await manager.query(
    `INSERT INTO person (id, account, name, id_number_digest, subject, kind)
     VALUES ($1, $1, $2, $3, $1, $4) ON CONFLICT DO NOTHING`,
    [id, resident.name, digest, kind],
  );
  return id;
}

/** The id by which a person is known here, or will be as soon as they are; nobody is added. */
export async function knownAs(
  manager: EntityManager,
  idNumber: string,
  digestKey: string,
): Promise<string> {
  const digest = idNumberDigest(idNumber, digestKey);
  return (await knownBy(manager, digest)) ?? residentId(digest);
}

async function knownBy(manager: EntityManager, digest: string): Promise<string | undefined> {
  const [known] = await manager.query<{ id: string }[]>(
    `SELECT id FROM person WHERE id_number_digest = $1 ORDER BY id LIMIT 1`,
    [digest],
  );
  return known?.id;
}

/** Whoever was a resident until now is the one who signed on. */
export async function recogniseResident(
  manager: EntityManager,
  subject: string,
  digest: string,
): Promise<void> {
  await manager.query(
    `UPDATE person SET subject = $1 WHERE id_number_digest = $2 AND starts_with(subject, $3)
       AND NOT EXISTS (SELECT 1 FROM person WHERE subject = $1)`,
    [subject, digest, NEVER_SIGNED_ON],
  );
}
