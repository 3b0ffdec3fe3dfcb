/** What a file really is and holds, found out before it is kept. */
import { KINDS } from './kinds.js';

export { type FileTasks, fileTasks } from './inspect.js';

/** Media types of what is taken, and so of what is given back. */
export const FILE_TYPES: readonly string[] = [
  ...new Set(Object.values(KINDS).map(({ mime }) => mime)),
];

/** Nest's token: files are looked through in threads with bounds. */
export const FILE_COMPUTING = Symbol('FileComputing');
