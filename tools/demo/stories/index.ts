import type { Story } from '../story.js';
import { stories as allowance } from './allowance.js';
import { stories as gaps } from './gaps.js';
import { stories as newborn } from './newborn.js';
import { stories as penalty } from './penalty.js';
import { stories as promise } from './promise.js';
import { stories as renewal } from './renewal.js';
import { stories as restaurant } from './restaurant.js';
import { stories as sentUp } from './sent-up.js';
import { stories as window } from './window.js';

/** Kinds of demonstration; a new one is one file and one line here. */
export const stories: Record<string, () => Story> = {
  ...restaurant,
  ...newborn,
  ...allowance,
  ...gaps,
  ...promise,
  ...window,
  ...renewal,
  ...sentUp,
  ...penalty,
};
