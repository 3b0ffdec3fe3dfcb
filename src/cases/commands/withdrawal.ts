/** When an application can still be taken back. */

/**
 * SQL: the case `c` is undecided; of a one-stop matter at least one of what was applied for still is.
 * A check that follows a permit was not applied for and keeps nothing open.
 */
export const WITHDRAWABLE = `(NOT c.ended AND c.decided_at IS NULL AND (
  NOT EXISTS (SELECT 1 FROM cases k WHERE k.parent_number = c.number AND k.child_key IS NOT NULL)
  OR EXISTS (SELECT 1 FROM cases k WHERE k.parent_number = c.number AND k.child_key IS NOT NULL
                AND NOT k.ended AND k.decided_at IS NULL)))`;
