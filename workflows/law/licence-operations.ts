/** What a process does to licences that are there already. */
import { contextEntries } from '../../bpmn/feel/index.js';
import type { Element, ProcessModel } from '../../bpmn/model/process.js';
import { elementsOf } from '../../bpmn/model/elements.js';

/** Operations that need no licence of the applicant's: the diagram names them, in quotation marks. */
const OF_NO_LICENCE = ['"issue"', '"revoke"'];

/** Whether it changes or ends a licence of the applicant's, or may do so: what it does, the form says. */
export function changesLicences(model: ProcessModel): boolean {
  return elementsOf(model).some(isChange);
}

function isChange(element: Element): boolean {
  if (element.type !== 'serviceTask' || element.adapter !== 'license') return false;
  const { input } = element;
  if (!input) return false;
  const entries = contextEntries(input.feel);
  // Computed as a whole, it may be anything.
  if (entries.length === 0) return true;
  const operation = entries.find(({ name }) => name === 'operation');
  return operation !== undefined && !OF_NO_LICENCE.includes(operation.feel.trim());
}
