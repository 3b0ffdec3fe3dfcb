/** Our rules for decisions: a further one is a file and a line here. */
import type { Rule } from '../rule.js';
import { expressionWrong } from './expression-wrong.js';
import { inputUnused } from './input-unused.js';
import { noRule } from './no-rule.js';
import { ruleUnreachable } from './rule-unreachable.js';
import { rulesOverlap } from './rules-overlap.js';
import { valuesUncovered } from './values-uncovered.js';
import { variableUnknown } from './variable-unknown.js';

export const rules: readonly Rule[] = [
  noRule,
  ruleUnreachable,
  rulesOverlap,
  valuesUncovered,
  inputUnused,
  variableUnknown,
  expressionWrong,
];
