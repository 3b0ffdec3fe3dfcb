/** What a statement asks of an item's standing: as it is today, or as it will be once all is come that was said. */

const LATEST = 'ORDER BY s.valid_from DESC, s.id DESC LIMIT 1';

/** @param code SQL of the item's code. @returns SQL of its standing today; null = it was always offered */
export const standingToday = (code: string): string =>
  `(SELECT s.standing FROM item_standing s
     WHERE s.item_code = ${code} AND s.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date
     ${LATEST})`;

/** Nobody applies for it any more. */
export const cancelledToday = (code: string): string =>
  `coalesce('cancelled' = ${standingToday(code)}, false)`;

/** It is cancelled, today or from a day to come: nothing new is made to need it, and it needs nothing. */
export const cancelledEver = (code: string): string =>
  `coalesce('cancelled' = (SELECT s.standing FROM item_standing s WHERE s.item_code = ${code} ${LATEST}), false)`;
