/**
 * Fields of what is asked of the platform: bodies, queries, items that are brought in. One decorator
 * each, which says what it is in the OpenAPI document and checks it; none is without a bound, and a
 * field without one of these is refused as unknown (see `validation.ts`).
 */
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { type About, checked, type Field, type Presence } from './field.js';

type Options = About & Presence;
/** A query's text becomes the value it spells. */
interface FromQuery {
  inQuery?: boolean;
}
interface Preset {
  /** What holds when it is left out; said in the document, set where it is read. */
  default?: unknown;
}
type Class = new () => object;

const preset = (options: Preset) =>
  options.default === undefined ? {} : { default: options.default };

/** Text of at most `max` characters, at least `min` (none unless said). */
export function Text<const O extends Options & { max: number; min?: number }>(
  options: O,
): Field<string, O> {
  const { min = 0, max } = options;
  const atLeast = min === 1 ? [IsNotEmpty()] : min > 1 ? [MinLength(min)] : [];
  const schema = { type: String, ...(min && { minLength: min }), maxLength: max };
  return checked<string, O>(options, schema, IsString(), ...atLeast, MaxLength(max));
}

/** Text of one form; the pattern says how long it may be. */
export function Pattern<const O extends Options>(pattern: RegExp, options?: O): Field<string, O> {
  const said = options ?? ({} as O);
  const schema = { type: String, pattern: pattern.source };
  return checked<string, O>(said, schema, IsString(), Matches(pattern));
}

/** One of the values listed. */
export function OneOf<const V extends string, const O extends Options & Preset>(
  values: readonly V[],
  options?: O,
): Field<V, O> {
  const said = options ?? ({} as O);
  return checked<V, O>(said, { enum: [...values], ...preset(said) }, IsIn(values));
}

export function Uuid<const O extends Options>(options?: O): Field<string, O> {
  return checked<string, O>(options ?? ({} as O), { type: String, format: 'uuid' }, IsUUID());
}

export function Flag<const O extends Options & FromQuery>(options?: O): Field<boolean, O> {
  const said = options ?? ({} as O);
  const spelt = said.inQuery ? [Transform(({ value }) => value === true || value === 'true')] : [];
  return checked<boolean, O>(said, { type: Boolean }, ...spelt, IsBoolean());
}

/** A whole number from `min` to `max`. */
export function Whole<const O extends Options & FromQuery & Preset & { min: number; max: number }>(
  options: O,
): Field<number, O> {
  const { min, max } = options;
  const spelt = options.inQuery ? [Type(() => Number)] : [];
  const schema = { type: 'integer', minimum: min, maximum: max, ...preset(options) } as const;
  return checked<number, O>(options, schema, ...spelt, IsInt(), Min(min), Max(max));
}

/** `IsNumber` with `maxDecimalPlaces` falls over numbers that are written with an exponent, as 1e-7. */
const HasPlaces = (places: number): PropertyDecorator =>
  ValidateBy({
    name: 'isNumber',
    validator: {
      validate: (value: unknown) =>
        Number.isFinite(value) && Number((value as number).toFixed(places)) === value,
    },
  });

/** A number from `min` to `max` with at most so many decimal places. */
export function Decimal<const O extends Options & { min: number; max: number; places?: number }>(
  options: O,
): Field<number, O> {
  const { min, max, places } = options;
  const number = places === undefined ? IsNumber() : HasPlaces(places);
  const schema = { type: Number, minimum: min, maximum: max };
  return checked<number, O>(options, schema, number, Min(min), Max(max));
}

/** With a zone and nine decimals of a second. */
const LONGEST_INSTANT = 40;

/** An instant, ISO 8601. */
export function Instant<const O extends Options>(options?: O): Field<string, O> {
  const schema = { type: String, format: 'date-time' };
  const rules = [IsISO8601({ strict: true }), MaxLength(LONGEST_INSTANT)];
  return checked<string, O>(options ?? ({} as O), schema, ...rules);
}

/** Another shape, checked by its own fields. */
export function Nested<C extends Class, const O extends Options>(
  shape: C,
  options?: O,
): Field<InstanceType<C>, O> {
  const rules = [IsObject(), ValidateNested(), Type(() => shape)];
  return checked<InstanceType<C>, O>(options ?? ({} as O), { type: shape }, ...rules);
}

interface ListBounds {
  /** How many there may be. */
  most: number;
  least?: number;
}

const listRules = ({ most, least }: ListBounds): PropertyDecorator[] => [
  IsArray(),
  ArrayMaxSize(most),
  ...(least ? [ArrayMinSize(least)] : []),
];
const listSchema = ({ most, least }: ListBounds): ApiPropertyOptions => ({
  maxItems: most,
  ...(least && { minItems: least }),
});

/** A list of another shape, each checked by its own fields. */
export function ListOf<C extends Class, const O extends Options & ListBounds>(
  shape: C,
  options: O,
): Field<InstanceType<C>[], O> {
  const schema = { type: [shape], ...listSchema(options) } as ApiPropertyOptions;
  const rules = [ValidateNested({ each: true }), Type(() => shape)];
  return checked<InstanceType<C>[], O>(options, schema, ...listRules(options), ...rules);
}

/** A list of texts of at most `max` characters each. */
export function Texts<const O extends Options & ListBounds & { max: number; min?: number }>(
  options: O,
): Field<string[], O> {
  const { max, min } = options;
  const items = { type: 'string', ...(min && { minLength: min }), maxLength: max };
  const schema = { type: 'array', items, ...listSchema(options) } as ApiPropertyOptions;
  const each = { each: true };
  const rules = [IsString(each), ...(min ? [MinLength(min, each)] : []), MaxLength(max, each)];
  return checked<string[], O>(options, schema, ...listRules(options), ...rules);
}

/** A list of texts of one form. */
export function Patterns<const O extends Options & ListBounds>(
  pattern: RegExp,
  options: O,
): Field<string[], O> {
  const items = { type: 'string', pattern: pattern.source };
  const schema = { type: 'array', items, ...listSchema(options) } as ApiPropertyOptions;
  return checked<string[], O>(
    options,
    schema,
    ...listRules(options),
    Matches(pattern, { each: true }),
  );
}

export function Uuids<const O extends Options & ListBounds>(options: O): Field<string[], O> {
  const items = { type: 'string', format: 'uuid' };
  const schema = { type: 'array', items, ...listSchema(options) } as ApiPropertyOptions;
  const rules = [...listRules(options), IsUUID('all', { each: true })];
  return checked<string[], O>(options, schema, ...rules);
}

/**
 * An object whose members something else says and checks: a form its JSON Schema, variables the
 * diagram. The body's own limit bounds it.
 */
export function OpenObject<const O extends Options & { of?: ApiPropertyOptions }>(
  options?: O,
): Field<object, O> {
  const said = options ?? ({} as O);
  const schema = { type: Object, additionalProperties: said.of ?? true } as ApiPropertyOptions;
  return checked<object, O>(said, schema, IsObject());
}

/** A text, a number, or yes or no. */
export function Plain<const O extends Options & { max: number }>(
  options: O,
): Field<string | number | boolean, O> {
  const { max } = options;
  const schema = {
    oneOf: [{ type: 'string', maxLength: max }, { type: 'number' }, { type: 'boolean' }],
  };
  const validate = (value: unknown): boolean =>
    typeof value === 'string'
      ? value.length <= max
      : typeof value === 'boolean' || Number.isSafeInteger(value);
  const rule = ValidateBy({ name: 'isPlain', validator: { validate } });
  return checked<string | number | boolean, O>(options, schema, rule);
}

/** Texts of one form by their names. */
export function PatternsByName<const O extends Options & { most: number }>(
  pattern: RegExp,
  options: O,
): Field<Record<string, string>, O> {
  const schema: ApiPropertyOptions = {
    type: Object,
    additionalProperties: { type: 'string', pattern: pattern.source },
    maxProperties: options.most,
  };
  const validate = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length <= options.most &&
    Object.values(value).every((one) => typeof one === 'string' && pattern.test(one));
  const rule = ValidateBy({ name: 'patternsByName', validator: { validate } });
  return checked<Record<string, string>, O>(options, schema, IsObject(), rule);
}

/** What is sent as a file beside the other fields; for the document only, `multer` reads it. */
export const SentFile = (description: string): Field<unknown> =>
  checked<unknown, Options>({ description }, { type: 'string', format: 'binary' });
