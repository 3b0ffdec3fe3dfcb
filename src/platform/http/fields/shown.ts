/**
 * Fields of what the platform answers. Nothing is checked of them, so that in something asked they
 * are refused as unknown; the compiler holds each to its property's type.
 */
import type { ApiPropertyOptions } from '@nestjs/swagger';
import {
  type About,
  documented,
  type Field,
  optionsOf,
  type Presence,
  type Said,
} from './field.js';

type Options = About & Presence;
type Class = abstract new (...args: never[]) => object;

/** Decorator of one kind of value; a description alone may stand for its options. */
const kind =
  <Value>(schema: ApiPropertyOptions) =>
  <const O extends Options>(said?: Said<O>): Field<Value, O> =>
    documented<Value, O>(optionsOf(said), schema);

export const Shown = {
  text: kind<string>({ type: String }),
  texts: kind<string[]>({ type: [String] }),
  uuid: kind<string>({ type: String, format: 'uuid' }),
  flag: kind<boolean>({ type: Boolean }),
  number: kind<number>({ type: Number }),
  numbers: kind<number[]>({ type: [Number] }),
  whole: kind<number>({ type: 'integer' }),
  /** ISO 8601 with its zone. */
  instant: kind<Date | string>({ type: String, format: 'date-time' }),
  /** `2026-11-29`. */
  day: kind<string>({ type: String, format: 'date' }),
  /** An object whose members something else says. */
  open: kind<object>({ type: Object, additionalProperties: true }),
  /** Anything that JSON can say; without `oneOf` the document would call it an object. */
  any: kind<unknown>({ oneOf: [{}] }),
  anys: kind<unknown[]>({ type: 'array', items: {} }),

  /** One of the values listed. */
  oneOf<const V extends string, const O extends Options>(
    values: readonly V[],
    said?: Said<O>,
  ): Field<V, O> {
    return documented<V, O>(optionsOf(said), { type: String, enum: [...values] });
  },

  /** Some of the values listed. */
  someOf<const V extends string, const O extends Options>(
    values: readonly V[],
    said?: Said<O>,
  ): Field<V[], O> {
    return documented<V[], O>(optionsOf(said), { enum: [...values], isArray: true });
  },

  /** Another shape. */
  one<C extends Class, const O extends Options>(
    shape: C,
    said?: Said<O>,
  ): Field<InstanceType<C>, O> {
    return documented<InstanceType<C>, O>(optionsOf(said), { type: shape as never });
  },

  list<C extends Class, const O extends Options>(
    shape: C,
    said?: Said<O>,
  ): Field<InstanceType<C>[], O> {
    return documented<InstanceType<C>[], O>(optionsOf(said), { type: [shape as never] });
  },

  /** What the words above do not say. */
  as<Value, const O extends Options>(schema: ApiPropertyOptions, said?: Said<O>): Field<Value, O> {
    return documented<Value, O>(optionsOf(said), schema);
  },
};
