/** Values for what an operation asks for: mostly as its schema says, here and there as an attacker would. */

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
}

/** The same numbers for the same seed, 0 ≤ n < 1 (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const cursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

export const WORDS: readonly string[] = [
  '',
  ' ',
  'a',
  '1',
  '-1',
  '0',
  '2147483648',
  '99999999999999999999',
  '1e-7',
  'NaN',
  'null',
  'true',
  '2026-02-31',
  '2026-13-45T99:99:99Z',
  '10000-01-01',
  '2026-11-29',
  '2026-11-29T08:00:00+08:00',
  '7b1f4a52-4c1e-4c55-9a6e-0d5d3a1f8f10',
  'a\0b',
  '\ud83d',
  '‮gnp.exe',
  "'; drop table cases; --",
  '../../etc/passwd',
  '%00',
  '{"a":1}',
  '<definitions/>',
  '鞍山'.repeat(2_000),
  cursor(['gestern', 'x']),
  cursor(['2026-02-31', '99999999999999999999']),
  cursor([null, null]),
  cursor(['2026-11-29T00:00:00.000Z', 'x']),
  cursor([1, { a: [] }]),
];

const deep = (depth: number): unknown => (depth > 0 ? [{ d: deep(depth - 1) }] : 1);

const ODD: readonly unknown[] = [
  null,
  0,
  -1,
  1e-7,
  1.5,
  2_147_483_648,
  Number.MAX_SAFE_INTEGER,
  1e308,
  true,
  [],
  {},
  [null],
  { __proto__x: 1, constructor: 2 },
  deep(12),
  deep(40),
  Array.from({ length: 1_200 }, () => 0),
];

export class Values {
  constructor(
    private readonly random: () => number,
    private readonly schemas: Record<string, Schema>,
    /** How often a part is not what the schema says, 0 to 1. */
    private readonly malice: number,
  ) {}

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)]!;
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  of(schema: Schema = {}, depth = 0): unknown {
    if (this.chance(this.malice)) return this.chance(0.5) ? this.pick(ODD) : this.pick(WORDS);
    const { $ref, allOf, oneOf, anyOf } = schema;
    if ($ref) return this.of(this.schemas[$ref.split('/').at(-1)!], depth);
    const either = oneOf ?? anyOf;
    if (either) return this.of(this.pick(either), depth);
    if (allOf)
      return Object.assign({}, ...allOf.map((part) => this.of(part, depth) as object)) as unknown;
    if (schema.enum) return this.pick(schema.enum);
    return this.ofType(schema, depth);
  }

  private ofType({ type, format, properties, required, items, ...bounds }: Schema, depth: number) {
    switch (type) {
      case 'string':
        return this.text(format, bounds.minLength);
      case 'integer':
      case 'number':
        return (bounds.minimum ?? 0) + Math.floor(this.random() * 3);
      case 'boolean':
        return this.chance(0.5);
      case 'array':
        return depth > 4 ? [] : [this.of(items, depth + 1)];
      default:
        return this.object(properties, required, depth);
    }
  }

  private object(properties: Schema['properties'] = {}, required: string[] = [], depth: number) {
    const wanted = Object.entries(properties).filter(
      ([name]) => required.includes(name) || (depth < 4 && this.chance(0.5)),
    );
    return Object.fromEntries(wanted.map(([name, part]) => [name, this.of(part, depth + 1)]));
  }

  private text(format: string | undefined, least = 1): string {
    if (format === 'uuid') return '7b1f4a52-4c1e-4c55-9a6e-0d5d3a1f8f10';
    if (format === 'date') return '2026-11-29';
    if (format === 'date-time') return '2026-11-29T08:00:00+08:00';
    return '文'.repeat(Math.max(1, least));
  }
}
