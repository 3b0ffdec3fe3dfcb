import type { Value } from '../values/kinds.js';

/** What a function is called with: by place, or by the names of its parameters. */
export interface Arguments {
  values: readonly Value[];
  names?: readonly string[];
}
