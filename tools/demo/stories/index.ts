import type { Story } from '../story.js';
import { stories as allowance } from './allowance.js';
import { stories as restaurant } from './restaurant.js';

/** Kinds of demonstration; a new one is one file and one line here. */
export const stories: Record<string, () => Story> = { ...restaurant, ...allowance };
