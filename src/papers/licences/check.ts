/** What must hold of licences whenever nothing is under way. */
import type { EntityManager } from 'typeorm';

/** A licence that was issued although a fee of its case is owed. */
export interface UnpaidLicence {
  caseNumber: string;
  what: 'licence';
  expected: 'fees settled';
  /** Its identifier, and what is owed. */
  found: string;
}

/**
 * Valid licences of cases whose item asks for a fee first, with no order that was paid, or with one
 * that is still open: nothing of that kind may leave the house (`activities/grounds.ts`).
 */
export function checkLicences(manager: EntityManager): Promise<UnpaidLicence[]> {
  return manager.query<UnpaidLicence[]>(
    `SELECT l.case_number AS "caseNumber", 'licence' AS what, 'fees settled' AS expected,
            l.identifier || CASE WHEN p.open > 0 THEN ': order open' ELSE ': no order paid' END AS found
       FROM licence l
       JOIN cases c ON c.number = l.case_number
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE state = 'ordered') AS open,
               count(*) FILTER (WHERE state = 'paid') AS paid
          FROM payment WHERE case_number = c.number) p
      WHERE l.state = 'valid'
        AND EXISTS (SELECT 1 FROM jsonb_array_elements(coalesce(i.data -> 'fees', '[]')) f
                     WHERE (f ->> 'amountCents')::numeric > 0
                       AND f ->> 'payBefore' IS DISTINCT FROM 'none')
        AND (p.open > 0 OR p.paid = 0)
      ORDER BY l.case_number, l.identifier`,
  );
}
