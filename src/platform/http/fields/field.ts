/**
 * What every field of the interface is made of: what is written of it in the OpenAPI document, and
 * what is checked of it. The compiler refuses a decorator on a property of another type.
 */
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';

/** What is said of a field to those who call the interface. */
export interface About {
  /** Chinese; what it is, where the name alone does not say. */
  description?: string;
  example?: unknown;
}

/** Whether it may be left out, and whether it may be `null`. */
export interface Presence {
  optional?: boolean;
  nullable?: boolean;
}

/** What a property of a field with these options holds. */
type Held<Value, Options> = Value | (Options extends { nullable: true } ? null : never);

/** A decorator for properties that hold `Value`, and `null` or nothing only where the options say so. */
export type Field<Value, Options = object> = Options extends { optional: true }
  ? <Name extends string>(target: { [P in Name]?: Held<Value, Options> }, name: Name) => void
  : <Name extends string>(target: { [P in Name]: Held<Value, Options> }, name: Name) => void;

/** A description alone may stand for the options. */
export type Said<Options> = string | Options;
export const optionsOf = <Options extends About>(said: Said<Options> | undefined): Options =>
  (typeof said === 'string' ? { description: said } : (said ?? {})) as Options;

/** A decorator of any property, for the compiler one of properties that hold `Value`. */
const held = <Value, Options>(decorate: PropertyDecorator) =>
  decorate as unknown as Field<Value, Options>;

/** Writes a field into the OpenAPI document. */
export function documented<Value, Options extends About & Presence>(
  { optional, nullable, description, example }: Options,
  schema: ApiPropertyOptions,
): Field<Value, Options> {
  const written: Record<string, unknown> = { ...schema };
  if (optional) written.required = false;
  if (nullable) written.nullable = true;
  if (description !== undefined) written.description = description;
  if (example !== undefined) written.example = example;
  return held(ApiProperty(written as ApiPropertyOptions));
}

/** Writes a field into the OpenAPI document, and has what comes in checked, in the order of the rules. */
export function checked<Value, Options extends About & Presence>(
  options: Options,
  schema: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): Field<Value, Options> {
  const { optional = false, nullable = false } = options;
  // Said of every field: a class that asks for what its base leaves open would inherit that it may lack.
  const isThere = ValidateIf(
    (_object, value) =>
      !(value === null ? nullable : value === undefined && (optional || nullable)),
  );
  const write = documented<Value, Options>(options, schema) as unknown as PropertyDecorator;
  const all = [write, isThere, ...rules];
  return held((target, name) => {
    for (const decorate of all) decorate(target, name);
  });
}
