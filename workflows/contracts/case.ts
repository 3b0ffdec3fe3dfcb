/**
 * What the case workflow, its client (src) and its activities agree on.
 * Only codes and references travel here: no names, no ID numbers in ids or search attributes.
 */
export * from './activities.js';
export * from './command.js';
export * from './input.js';
export * from './law.js';
export * from './messages.js';
export * from './record.js';
export * from './trace.js';
