import type { Named } from './model.js';

/** All names under which expressions see it, the one that people use first. */
export const namesOf = ({ name, aliases = [] }: Named): string[] => [name, ...aliases];
