/** SQL: who is at their desk today. */

/** A post `p` that is held today. */
export const VALID_POST = `(p.valid_from <= current_date AND (p.valid_to IS NULL OR p.valid_to > current_date))`;

/** A post `p` of person `n` that handles tasks; who audits or administers does not, nor whose account is locked. */
export const AT_WORK = `${VALID_POST} AND n.locked_at IS NULL
  AND p.role NOT IN ('auditor', 'admin', 'county-admin')`;
