/** Which entry of the property panel a finding is about: a click on it leads there. */
import { fieldsOf } from './fields.js';

/** Our properties by the rules that speak of them; the first that the element has is the one. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'condition-missing': ['condition'],
  'condition-unknown-variable': ['condition', 'input', 'script'],
  'conditional-flows': ['condition'],
  'called-missing': ['calledElement'],
  'called-process-not-published': ['calledElement'],
  'decision-missing': ['decision'],
  'decision-not-published': ['decision'],
  'expression-invalid': ['condition', 'script', 'input', 'collection'],
  'expression-missing': ['condition', 'script', 'input', 'collection'],
  'expression-unknown': ['condition', 'script', 'input', 'collection'],
  'expression-wrong': ['condition', 'script', 'input', 'collection'],
  'form-not-found': ['form'],
  'function-unknown': ['condition', 'script', 'input', 'collection'],
  'limit-invalid': ['limit'],
  'limit-longer-than-item': ['limit'],
  'multi-instance-empty': ['collection'],
  'outcome-unhandled': ['outcomes'],
  'outcome-unknown': ['condition'],
  'outcomes-invalid': ['outcomes'],
  'outcomes-missing': ['outcomes'],
  'separate-item-missing': ['item'],
  'service-without-adapter': ['adapter'],
  'task-without-department': ['line'],
  'unknown-level': ['level'],
  'user-task-assignment': ['role'],
  'user-task-empty': ['form'],
  'variable-misspelt': ['condition', 'script', 'input'],
};

/** Of the panel that comes with the modeler. */
const OTHERS: Readonly<Record<string, string>> = {
  'label-required': 'name',
  'superfluous-label': 'name',
  'timer-invalid': 'timerEventDefinitionType',
  'message-missing': 'messageRef',
  'message-unnamed': 'messageRef',
  'signal-missing': 'signalRef',
};

/** @param type such as `bpmn:UserTask` @returns id of the entry; undefined = the element as a whole */
export function entryOf(rule: string, type: string): string | undefined {
  const has = fieldsOf(type, true).map(({ name }) => name);
  const field = FIELDS[rule]?.find((name) => has.includes(name));
  return field ? `onestop-${field}` : OTHERS[rule];
}
