/** Whether a type of the code is what the driver gives for a type of the database, and takes for it. */
import pg from 'pg';
import ts from 'typescript';
import type { Meaning } from './meaning.js';
import { membersOf } from './program.js';
import type { PgType, Schema } from './schema.js';

/** What a value of the database is in the code. */
export type Shape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'Date'
  | 'bytes'
  | 'json'
  | 'object'
  | { of: Shape };

/** A value of each type as PostgreSQL writes it, to see what the driver makes of it. */
const WRITTEN: Record<string, string> = {
  bool: 't',
  date: '2024-02-29',
  timestamp: '2024-02-29 12:00:00',
  timestamptz: '2024-02-29 12:00:00+08',
  interval: '1 day',
  bytea: '\\x00',
  json: '{}',
  jsonb: '{}',
};

/** What node-postgres, with its parsers as they are set, gives for a type. */
export function shapeOf(id: string, schema: Schema): Shape {
  const type = schema.type(id);
  const written = WRITTEN[schema.type(type.element ?? id).name] ?? '1';
  const parse = pg.types.getTypeParser(Number(id), 'text') as (text: string) => unknown;
  return seen(parse(type.element ? `{"${written.replaceAll(/["\\]/g, '\\$&')}"}` : written), type);
}

function seen(value: unknown, type: PgType): Shape {
  if (Array.isArray(value)) return { of: seen(value[0], { name: type.name.replace(/^_/, '') }) };
  if (/^jsonb?$/.test(type.name)) return 'json';
  if (value instanceof Date) return 'Date';
  if (value instanceof Uint8Array) return 'bytes';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return typeof value as Shape;
  return 'object';
}

const told = (shape: Shape): string => (typeof shape === 'object' ? `${told(shape.of)}[]` : shape);

export type Objection =
  | { code: 'type-differs'; given: string }
  | { code: 'may-be-null' }
  | { code: 'value-undeclared'; value: string }
  | { code: 'any' };

/** Compares the types of rows and parameters. */
export class RowTypes {
  /** Columns of which only the declaration says which texts they may hold. */
  readonly believed = new Set<ts.Type>();

  constructor(private readonly checker: ts.TypeChecker) {}

  /** What is wrong with a declared type for a column of this shape; nothing when all is well. */
  objection(declared: ts.Type, shape: Shape, meaning: Meaning): Objection | undefined {
    if (declared.flags & ts.TypeFlags.Any) return { code: 'any' };
    if (declared.flags & ts.TypeFlags.Unknown) return undefined;
    const members = membersOf(declared);
    const values = members.filter((member) => !(member.flags & EMPTY));
    if (meaning.nullable && values.length === members.length) return { code: 'may-be-null' };
    const onlyNull = meaning.texts?.length === 0;
    if (values.length === 0 && !onlyNull) return { code: 'type-differs', given: told(shape) };
    if (onlyNull) return undefined;
    if (!values.some((member) => this.takes(member, shape)))
      return { code: 'type-differs', given: told(shape) };
    if (shape !== 'json' && !values.every((member) => this.takes(member, shape)))
      return { code: 'type-differs', given: told(shape) };
    return this.undeclared(values, meaning);
  }

  private undeclared(values: ts.Type[], { texts }: Meaning): Objection | undefined {
    if (!values.every((member) => member.isStringLiteral())) return undefined;
    if (!texts) {
      for (const value of values) this.believed.add(value);
      return undefined;
    }
    const declared = new Set(values.map((member) => (member as ts.StringLiteralType).value));
    const value = texts.find((text) => !declared.has(text));
    return value === undefined ? undefined : { code: 'value-undeclared', value };
  }

  /** Whether a value of this shape may be of the type (of which texts it may be, apart). */
  private takes(type: ts.Type, shape: Shape): boolean {
    const { flags } = type;
    if (type.isIntersection()) return type.types.some((part) => this.takes(part, shape));
    if (typeof shape === 'object') {
      const elements = this.elementsOf(type);
      return elements?.every((element) => this.isOf(element, shape.of)) ?? false;
    }
    switch (shape) {
      case 'string':
        return Boolean(flags & ts.TypeFlags.StringLike);
      case 'number':
        return Boolean(flags & ts.TypeFlags.NumberLike);
      case 'boolean':
        return Boolean(flags & ts.TypeFlags.BooleanLike);
      case 'Date':
        return type.symbol?.name === 'Date';
      case 'bytes':
        return ['Buffer', 'Uint8Array'].includes(type.symbol?.name ?? '');
      case 'json':
        return this.isJson(type, 0);
      case 'object':
        return Boolean(flags & ts.TypeFlags.Object);
    }
  }

  private isOf(type: ts.Type, shape: Shape): boolean {
    if (type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return true;
    return membersOf(type).every((one) => one.flags & EMPTY || this.takes(one, shape));
  }

  private elementsOf(type: ts.Type): readonly ts.Type[] | undefined {
    if (!this.checker.isArrayType(type) && !this.checker.isTupleType(type)) return undefined;
    return this.checker.getTypeArguments(type as ts.TypeReference);
  }

  /** What JSON can hold: no points in time, no functions, no maps. */
  private isJson(type: ts.Type, depth: number): boolean {
    if (type.flags & (ts.TypeFlags.BigIntLike | ts.TypeFlags.ESSymbolLike)) return false;
    if (type.isUnionOrIntersection())
      return type.types.every((member) => this.isJson(member, depth));
    if (!(type.flags & ts.TypeFlags.Object) || depth > 4) return true;
    if (NOT_JSON.has(type.symbol?.name ?? '')) return false;
    const elements = this.elementsOf(type);
    if (elements) return elements.every((element) => this.isJson(element, depth + 1));
    if (type.getCallSignatures().length > 0) return false;
    return this.checker
      .getPropertiesOfType(type)
      .every((property) => this.isJson(this.checker.getTypeOfSymbol(property), depth + 1));
  }

  /** What is wrong with giving a value of this type for a parameter. */
  parameterObjection(given: ts.Type, type: PgType, schema: Schema): Objection | undefined {
    if (given.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return { code: 'any' };
    const members = membersOf(given).filter(({ flags }) => !(flags & EMPTY));
    const fits = members.every((member) => this.goesInto(member, type, schema));
    return fits ? undefined : { code: 'type-differs', given: this.checker.typeToString(given) };
  }

  private goesInto(member: ts.Type, type: PgType, schema: Schema): boolean {
    const constraint = this.checker.getBaseConstraintOfType(member) ?? member;
    if (constraint !== member)
      return membersOf(constraint).every((one) => this.goesInto(one, type, schema));
    if (type.element) {
      const inner = schema.type(type.element);
      const elements = this.elementsOf(member);
      return elements?.every((one) => !this.parameterObjection(one, inner, schema)) ?? false;
    }
    // A list would be written as a list of PostgreSQL, which is not JSON.
    if (/^jsonb?$/.test(type.name)) return this.isJson(member, 0) && !this.elementsOf(member);
    const shapes = TAKEN[type.name] ?? ['string'];
    return shapes.some((shape) => this.takes(member, shape));
  }
}

const EMPTY = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void;
const NOT_JSON = new Set(['Date', 'Map', 'Set', 'Buffer', 'Uint8Array']);

/** What the driver may be given for a type; text for all others. */
const TAKEN: Record<string, Shape[]> = {
  bool: ['boolean'],
  int2: ['number'],
  int4: ['number'],
  int8: ['number', 'string'],
  oid: ['number'],
  float4: ['number'],
  float8: ['number'],
  numeric: ['number', 'string'],
  timestamp: ['Date', 'string'],
  timestamptz: ['Date', 'string'],
  bytea: ['bytes'],
};

/** Whether a value of the type may be missing. */
export const mayBeNull = (type: ts.Type): boolean =>
  membersOf(type).some(({ flags }) => flags & EMPTY);
