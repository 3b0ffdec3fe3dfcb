/** Every kind of definition that people draft, review and publish as numbered versions. */
import { YEARS } from './calendar/index.js';
import { FORMS, ITEMS } from './catalogue/index.js';
import {
  DEFINITION_COMPUTING,
  decisionKind,
  processKind,
  type DefinitionComputing,
} from './definitions/index.js';
import { TEXTS } from './notifications/index.js';
import { TEMPLATES } from './papers/index.js';
import type { DraftedKind } from './versions/index.js';

export const KINDS = {
  inject: [DEFINITION_COMPUTING],
  useFactory: (computing: DefinitionComputing): readonly DraftedKind<object>[] => [
    processKind(computing),
    decisionKind(computing),
    FORMS,
    TEMPLATES,
    TEXTS,
    YEARS,
    ITEMS,
  ],
};
