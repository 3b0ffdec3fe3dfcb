import type { Json } from '../../../bpmn/engine/index.js';

/** What a handler answers: the outcome the diagram asks for, why, and the task's form. */
export interface Completion {
  outcome?: string;
  opinion?: string;
  form?: Json;
}
