/**
 * How FEEL is evaluated where that has changed: a case keeps to the edition it was opened with
 * (`pricesByTime` in `bpmn/engine/behaviour-flags.ts`).
 */
import { FORMER_PRICES, PRICES, type Prices } from './limits.js';

export interface Edition {
  prices: Readonly<Prices>;
  /** Whether a time knows which it is of the two that a zone has when its clocks go back. */
  tellsHoursApart: boolean;
}

export const EDITION: Edition = { prices: PRICES, tellsHoursApart: true };
export const FORMER_EDITION: Edition = { prices: FORMER_PRICES, tellsHoursApart: false };
