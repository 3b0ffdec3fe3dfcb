/** What is answered in 情形引导, and what an earlier application brings along. */
import { fieldsOf, tidyAnswers } from '../../../bpmn/forms/index.js';
import type { CaseDetail, FormData, FormField, Json, SituationQuestion } from '../api/model.js';

/** An answer that was cleared is no answer. */
export function answered(all: FormData, id: string, value: Json | undefined): FormData {
  const { [id]: _old, ...others } = all;
  return value === undefined ? others : { ...others, [id]: value };
}

/** With wide digits too; what is no number stays what was typed, and is told so. */
export const typedNumber = (text: string): Json => tidyAnswers(NUMBER, { it: text as Json }).it;
const NUMBER: FormField = { properties: { it: { type: 'number' } } };

/** Why a number cannot be: `form.error.<key>` with its limit; null = it can. */
export function numberFault(
  field: FormField | undefined,
  value: Json | undefined,
): { key: string; limit?: number } | null {
  if (value === undefined) return null;
  if (typeof value !== 'number' || !Number.isFinite(value)) return { key: 'type' };
  // A count or an area is none below nought, whatever the form says.
  const { minimum = 0, maximum, exclusiveMinimum, type } = field ?? {};
  if (type === 'integer' && !Number.isInteger(value)) return { key: 'whole' };
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    return { key: 'exclusiveMinimum', limit: exclusiveMinimum };
  if (value < minimum) return { key: 'minimum', limit: minimum };
  return maximum !== undefined && value > maximum ? { key: 'maximum', limit: maximum } : null;
}

/** Questions that nobody has answered yet, or that cannot be answered so. */
export const openQuestions = (
  questions: readonly SituationQuestion[],
  answers: FormData,
  fields: Record<string, FormField>,
): SituationQuestion[] =>
  questions.filter(
    ({ id, input }) =>
      answers[id] === undefined || (input === 'number' && numberFault(fields[id], answers[id])),
  );

/** Of a file, somewhere within. */
const UUID = /"[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}"/i;

/**
 * What can be taken over from an earlier application: what the form still asks. Its files belong to the case
 * they were handed in with, its days are over, and a consent is given anew.
 */
export function takenOver(earlier: CaseDetail, schema: FormField): FormData {
  const fields = fieldsOf(schema);
  return Object.fromEntries(
    Object.entries(earlier.form).filter(([name, value]) => {
      const field = fields[name];
      if (!field || value === null) return false;
      const once = field['x-kind'] === 'file' || field.format === 'date' || field.const === true;
      return !once && !UUID.test(JSON.stringify(value));
    }),
  );
}
