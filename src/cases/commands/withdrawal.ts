/** When an application can still be taken back. */
import { paperWords, typesWith } from '../../../workflows/item-types/index.js';
import { ABOVE } from '../../../workflows/law/index.js';

/**
 * SQL: the case is undecided, here and, where it was sent up, above: what a level above has decided is
 * decided, although the case here follows a moment later (行政许可法 43).
 */
const undecided = (one: string): string => `(NOT ${one}.ended AND ${one}.decided_at IS NULL
  AND NOT EXISTS (
    WITH RECURSIVE sent_up AS (
      SELECT number, ended OR decided_at IS NOT NULL AS decided FROM cases
       WHERE parent_number = ${one}.number AND parent_occurrence = '${ABOVE}'
      UNION SELECT k.number, k.ended OR k.decided_at IS NOT NULL
        FROM sent_up s JOIN cases k ON k.parent_number = s.number AND k.parent_occurrence = '${ABOVE}')
    SELECT 1 FROM sent_up WHERE decided))`;

/** Types of items that nobody applies for: 处罚, 强制, 征收, 检查. */
const TAKEN_UP = typesWith(({ code }) => paperWords(code).begins === 'filing');

/** SQL: the body took the case `c` up itself; whom it is about cannot end it (行政处罚法 54, 57). */
export const TAKEN_UP_BY_BODY = `(coalesce(c.item_type, '') IN ('${TAKEN_UP.join("', '")}'))`;

/**
 * SQL: the case `c` was applied for and is undecided; of a one-stop matter at least one of what was applied for still is.
 * A check that follows a permit was not applied for and keeps nothing open.
 */
export const WITHDRAWABLE = `(NOT ${TAKEN_UP_BY_BODY} AND ${undecided('c')} AND (
  NOT EXISTS (SELECT 1 FROM cases k WHERE k.parent_number = c.number AND k.child_key IS NOT NULL)
  OR EXISTS (SELECT 1 FROM cases k WHERE k.parent_number = c.number AND k.child_key IS NOT NULL
                AND ${undecided('k')})))`;
