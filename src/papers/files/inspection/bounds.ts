import type { ComputeBounds } from '../../../platform/compute/index.js';

/**
 * A file of 20 MB takes a second or two; what is built to take more is ended with its thread. Beside what it
 * keeps lie the file and what is unpacked of it, at most 100 MB (inspection/pdf/objects.ts).
 */
export const FILE_BOUNDS: ComputeBounds = {
  ...{ name: 'files', threads: 2, waiting: 32 },
  ...{ time: 8_000, memory: 192 },
};
