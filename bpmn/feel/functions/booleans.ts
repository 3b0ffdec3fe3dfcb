/** Boolean functions (DMN 1.5, 10.3.4.2), and `is` (10.3.4.11). */
import { identical } from '../values/compare.js';
import type { Value } from '../values/kinds.js';
import { builtin, type Builtin } from './builtin.js';

export const booleans: Builtin[] = [
  builtin('not', 'negand: any', (frame, negand: Value) => {
    if (typeof negand === 'boolean') return !negand;
    return negand === null ? null : frame.none('not 的参数不是 true 或 false');
  }),
  builtin('is', 'value1: any, value2: any', ({ budget }, a: Value, b: Value) =>
    identical(a, b, budget),
  ),
];
