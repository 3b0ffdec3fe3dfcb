/**
 * Temporal namespaces for the tests, made when the server starts: one made later is known to all
 * parts of the server only after several seconds.
 */
export const NAMESPACES = Array.from({ length: 140 }, (_, index) => `test-${index + 1}`);
