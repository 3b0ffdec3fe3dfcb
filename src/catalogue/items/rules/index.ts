/**
 * The rules a guide is held to; a family is a file, a rule an entry of its list. What concerns more than
 * the item itself is in `catalogue.ts`.
 */
import { shapeFaults } from '../../../platform/http/index.js';
import { ItemDefinition } from '../definition/index.js';
import { BASIS_RULES } from './basis.js';
import { CODE_RULES } from './codes.js';
import { ENGLISH_RULES } from './english.js';
import { GUIDE_RULES } from './guide.js';
import { LIMIT_RULES } from './limits.js';
import { MATERIAL_RULES } from './materials.js';
import { FEE_RULES } from './money.js';
import { PART_RULES } from './parts.js';
import { RESULT_RULES } from './result.js';
import type { ItemProblem, ItemRule } from './rule.js';
import { WAY_RULES } from './ways.js';

export { catalogueProblems } from './catalogue.js';
export { brokenPromises } from './promises.js';
export { implementationFault } from './codes.js';
export type { ItemProblem, ItemRule } from './rule.js';

export const ITEM_RULES: readonly ItemRule[] = [
  ...CODE_RULES,
  ...BASIS_RULES,
  ...LIMIT_RULES,
  ...MATERIAL_RULES,
  ...FEE_RULES,
  ...RESULT_RULES,
  ...PART_RULES,
  ...WAY_RULES,
  ...GUIDE_RULES,
  ...ENGLISH_RULES,
];

/** Everything wrong with an item by itself. */
export function validateItem(item: ItemDefinition): ItemProblem[] {
  const faults = shapeFaults(ItemDefinition, item);
  if (faults.length > 0) return faults.map(shapeProblem);
  return ITEM_RULES.flatMap((one) => one.problems(item));
}

const shapeProblem = ({ field, message }: { field: string; message: string }): ItemProblem => ({
  ...{ rule: 'shape', severity: 'error', path: field, message },
  messageInEnglish: 'Missing, or not of its shape.',
});

/** Whether rules may look at it: it has the shape of an item. */
export const isWhole = (problems: readonly ItemProblem[]): boolean =>
  problems.every((problem) => problem.rule !== 'shape');
