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

function errorsOf(schema: RJSFSchema, units: OutputUnit[]): RJSFValidationError[] {
  const seen = new Set<string>();
  const errors: RJSFValidationError[] = [];
  for (const unit of units) {
    if (isWrapper(unit)) continue;
    const property = propertyPath(unit);
    const message = messageOf(unit, schema as Schema);
    if (seen.has(property + message)) continue;
    seen.add(property + message);
    errors.push({ name: unit.keyword, property, message, stack: message });
  }
  return errors;
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
    const raw = errorsOf(schema, check(schema, formData).errors);
    const errors = transformErrors ? transformErrors(raw, uiSchema) : raw;
    const own = { errors, errorSchema: toErrorSchema<Data>(errors) };
    if (!customValidate) return own;
    const state = getDefaultFormState<Data>(this, schema, formData, schema, true) as Data;
    const handler = customValidate(state, createErrorHandler<Data>(state), uiSchema);
    return validationDataMerge<Data>(own, unwrapErrorHandler<Data>(handler));
  }
}

export const schemaValidator: ValidatorType<Data> = new SchemaValidator();
