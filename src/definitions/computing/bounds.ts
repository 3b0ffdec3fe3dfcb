import type { ComputeBounds } from '../../platform/compute/index.js';

/** A diagram of 5,000 tasks takes less than two thirds of it. */
export const DEFINITION_BOUNDS: ComputeBounds = {
  ...{ name: 'definitions', threads: 2, waiting: 16 },
  ...{ time: 30_000, memory: 384 },
};
