/** What of a form is asked, by the day on which it was handed in: as the server judges it. Pure. */
import type { FormData, FormField } from '../../api/model.js';

/** FEEL over a form's conditions, which is loaded only where there are some. */
export type Conditions = typeof import('../../../../bpmn/forms/conditions/index.js');

/** @param at instant in ms that `today()` of a condition gives; left out = now */
export function askedOn(
  { hiddenFields, shownData }: Conditions,
  schema: FormField,
  at: number = Date.now(),
) {
  const hidden = (data: FormData): ReadonlySet<string> => hiddenFields(schema, data, at);
  /** The answers without what they hide. */
  const kept = (data: FormData): FormData => shownData(data, hidden(data));
  return { hidden, kept };
}
