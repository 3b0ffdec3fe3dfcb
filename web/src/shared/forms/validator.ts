/**
 * rjsf's validator over @cfworker/json-schema: it interprets the schema, so that the content
 * security policy needs no `unsafe-eval`. The server checks again with ajv.
 */
import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import {
  createErrorHandler,
  getDefaultFormState,
  toErrorSchema,
  unwrapErrorHandler,
  validationDataMerge,
  type CustomValidator,
  type ErrorTransformer,
  type RJSFSchema,
  type RJSFValidationError,
  type UiSchema,
  type ValidationData,
  type ValidatorType,
} from '@rjsf/utils';
import { tidyAnswers, withoutBlanks } from '../../../../bpmn/forms/index.js';
import type { FormField } from '../../api/model.js';
import './formats.js';
import { isWrapper, messageOf, missingProperty } from './messages.js';

/** The forms are written to draft 7, which is what the server's ajv reads. */
const DRAFT = '7';
type Data = Record<string, unknown>;

function check(schema: RJSFSchema, data: unknown) {
  // JSON has no undefined: what rjsf clears must look absent to the schema.
  const instance: unknown = data === undefined ? {} : JSON.parse(JSON.stringify(data));
  return new Validator(schema as Schema, DRAFT, false).validate(instance);
}

/** `#/a/0/b` → `.a.0.b`, the path notation rjsf reads. */
function propertyPath(unit: OutputUnit): string {
  const missing = missingProperty(unit);
  const path = unit.instanceLocation.slice(1).replaceAll('/', '.');
  return missing ? `${path}.${missing}` : path;
}

/** Of several things that are wrong with one answer, the one that says how it should be. */
const TELLING = ['required', 'type', 'format'];
const rankOf = ({ keyword }: OutputUnit): number => {
  const at = TELLING.indexOf(keyword);
  return at < 0 ? TELLING.length : at;
};

/** As the fields stand in the form. */
function inOrder(errors: RJSFValidationError[], { properties = {} }: RJSFSchema) {
  const names = Object.keys(properties);
  const placeOf = ({ property }: RJSFValidationError) =>
    names.indexOf(property?.split('.')[1] ?? '');
  return errors.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** One message for each answer. */
function errorsOf(schema: RJSFSchema, units: OutputUnit[]): RJSFValidationError[] {
  const seen = new Set<string>();
  const errors: RJSFValidationError[] = [];
  for (const unit of units.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    if (isWrapper(unit)) continue;
    const property = propertyPath(unit);
    if (seen.has(property)) continue;
    seen.add(property);
    const message = messageOf(unit, schema as Schema);
    errors.push({ name: unit.keyword, property, message, stack: message });
  }
  return inOrder(errors, schema);
}

class SchemaValidator implements ValidatorType<Data> {
  rawValidation<Result>(schema: RJSFSchema, formData?: Data) {
    return { errors: check(schema, formData).errors as Result[] };
  }

  isValid(schema: RJSFSchema, formData: Data | undefined, rootSchema: RJSFSchema): boolean {
    const definitions = { $defs: rootSchema.$defs, definitions: rootSchema.definitions };
    try {
      return check({ ...definitions, ...schema } as RJSFSchema, formData).valid;
    } catch {
      return false;
    }
  }

  validateFormData(
    formData: Data | undefined,
    schema: RJSFSchema,
    customValidate?: CustomValidator<Data>,
    transformErrors?: ErrorTransformer<Data>,
    uiSchema?: UiSchema<Data>,
  ): ValidationData<Data> {
    // It is judged by what will be kept of it.
    const tidied = withoutBlanks(tidyAnswers(schema as FormField, formData ?? {}));
    const raw = errorsOf(schema, check(schema, tidied).errors);
    const errors = transformErrors ? transformErrors(raw, uiSchema) : raw;
    const own = { errors, errorSchema: toErrorSchema<Data>(errors) };
    if (!customValidate) return own;
    const state = getDefaultFormState<Data>(this, schema, tidied, schema, true) as Data;
    const handler = customValidate(state, createErrorHandler<Data>(state), uiSchema);
    return validationDataMerge<Data>(own, unwrapErrorHandler<Data>(handler));
  }
}

export const schemaValidator: ValidatorType<Data> = new SchemaValidator();
