/** Whom a credit record is about: a person by the keyed digest of the ID number, a firm by its code. */
import type { EntityManager } from 'typeorm';

export interface CreditSubject {
  /** null = the platform does not know the ID number. */
  digest: string | null;
  creditCode: string | null;
}

/** A person as a subject, with the firm the application is for. */
export async function subjectOf(
  manager: EntityManager,
  personId: string,
  creditCode?: unknown,
): Promise<CreditSubject> {
  const [row] = await manager.query<{ digest: string | null }[]>(
    `SELECT id_number_digest AS digest FROM person WHERE id = $1`,
    [personId],
  );
  const code = typeof creditCode === 'string' && creditCode !== '' ? creditCode : null;
  return { digest: row?.digest ?? null, creditCode: code };
}
