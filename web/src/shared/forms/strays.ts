/** Days of a form that cannot be, which JSON Schema cannot say; and all that a correction brings up. */
import type { RJSFSchema } from '@rjsf/utils';
import { strayDays, strayInCorrection, type StrayDay } from '../../../../bpmn/forms/index.js';
import type { FormField } from '../../api/model.js';
import { chinaToday } from '../time.js';
import { schemaValidator } from './validator.js';

type Answers = Record<string, unknown>;

const meets = (condition: FormField, answers: Answers): boolean =>
  schemaValidator.isValid(condition as RJSFSchema, answers, {});

/** @param before what was handed in; undefined = nothing was, it is filled in just now */
export const straysOf = (
  schema: FormField,
  { data, before }: { data: Answers; before: Answers | undefined },
): StrayDay[] =>
  before
    ? strayInCorrection(schema, { before, answers: data }, chinaToday(), meets)
    : strayDays(schema, data, chinaToday(), meets);

/** Fields of a correction whose answers cannot stay as they are. */
export function faultyFields(
  schema: FormField,
  given: { data: Answers; before: Answers },
): ReadonlySet<string> {
  const { errors = [] } = schemaValidator.rawValidation<{ instanceLocation: string }>(
    schema as RJSFSchema,
    given.data,
  );
  return new Set([
    ...errors.map(({ instanceLocation }) => instanceLocation.split('/')[1] ?? ''),
    ...straysOf(schema, given).map(({ path }) => path[0]!),
  ]);
}
