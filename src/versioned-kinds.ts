/** Every kind of definition that people draft, review and publish as numbered versions. */
import { YEARS } from './calendar/index.js';
import { DECISIONS, PROCESSES } from './definitions/index.js';
import { TEMPLATES } from './papers/index.js';
import type { DraftedKind } from './versions/index.js';

export const KINDS: readonly DraftedKind<object>[] = [PROCESSES, DECISIONS, TEMPLATES, YEARS];
