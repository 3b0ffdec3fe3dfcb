/** 收费 = 单价 × 计费数量: an item's fee rules on what an application says. */
import { evaluate } from '../../../bpmn/feel/index.js';
import type { Fee, ItemDefinition } from './definition/index.js';

type Form = Record<string, unknown>;

export interface FeeDue {
  /** Name of the fee. */
  fee: string;
  /** In 分; null where the rule yields nothing that can be charged. */
  amountCents: number | null;
}

/** More than one payment order can hold. */
const MOST_CENTS = 2_000_000_000;

/**
 * What one fee comes to.
 * @param at instant in ms that FEEL's now() and today() give
 */
export function feeDue({ name, amountCents, quantity }: Fee, form: Form, at = Date.now()): FeeDue {
  const units = quantity === undefined ? 1 : unitsOf(quantity, form, at);
  const due = Math.round(amountCents * units);
  return { fee: name, amountCents: due > 0 && due <= MOST_CENTS ? due : null };
}

/** NaN where it is no number. */
function unitsOf(quantity: string, form: Form, at: number): number {
  const result = evaluate(quantity.replace(/^=/, ''), { form }, at);
  return result.ok && typeof result.value === 'number' ? result.value : NaN;
}

/**
 * What the fees of an item come to, as far as its rules say so: what is charged by a unit that nobody counts
 * in advance is settled while the case is handled, and is never the price of one.
 */
export const feesDue = ({ fees }: Pick<ItemDefinition, 'fees'>, form: Form): FeeDue[] =>
  fees.filter(hasFeeRule).map((fee) => feeDue(fee, form));

/** Whether the fee's rule says how many units are charged; one charged by a unit may lack it. */
export const hasFeeRule = ({ unit, quantity }: Fee): boolean =>
  unit === undefined || quantity !== undefined;
