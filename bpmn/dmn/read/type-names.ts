/** Names of types: FEEL's own in their several spellings, and those the file defines. */
import type { Kind } from '../../feel/index.js';
import { child, children, flag, text } from '../../compiler/moddle.js';
import type { DmnNode } from 'dmn-moddle';
import type { ItemType, TypeName } from '../model.js';
import type { Place, Reading } from './reading.js';

/** FEEL's kinds under the names files use for them, older versions and other tools included. */
const spellings: Readonly<Record<string, Kind | 'any'>> = {
  number: 'number',
  integer: 'number',
  int: 'number',
  long: 'number',
  short: 'number',
  double: 'number',
  float: 'number',
  decimal: 'number',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  dateTime: 'date and time',
  'date and time': 'date and time',
  dayTimeDuration: 'days and time duration',
  'days and time duration': 'days and time duration',
  'day-time duration': 'days and time duration',
  yearMonthDuration: 'years and months duration',
  'years and months duration': 'years and months duration',
  'year-month duration': 'years and months duration',
  list: 'list',
  context: 'context',
  function: 'function',
  range: 'range',
  Any: 'any',
  any: 'any',
};

export class TypeNames {
  constructor(private readonly own: ReadonlySet<string>) {}

  /** @returns undefined for a type that says nothing (Any), and for an unknown one, which is reported */
  named(written: string | undefined, place: Place, reading: Reading): TypeName | undefined {
    if (!written) return undefined;
    const local = written.slice(written.lastIndexOf(':') + 1).trim();
    for (const name of [written.trim(), local]) {
      if (this.own.has(name)) return name;
      const kind = Object.hasOwn(spellings, name) ? spellings[name] : undefined;
      if (kind) return kind === 'any' ? undefined : kind;
    }
    reading.error(
      'type-unknown',
      place,
      `的类型“${written}”不存在。请改为 number、string、boolean、date、time、date and time 等，或先在文件中定义它。`,
    );
    return undefined;
  }

  /** The type an element's `typeRef` names. */
  of(node: DmnNode | undefined, place: Place, reading: Reading): TypeName | undefined {
    return this.named(node && text(node, 'typeRef'), place, reading);
  }
}

/** One of the file's own types. */
export function readItemType(node: DmnNode, reading: Reading): ItemType {
  const place = { element: node.id, called: `类型“${text(node, 'name') ?? ''}”` };
  const item = child(node, 'functionItem');
  const base = item ? ('function' as const) : reading.types.of(node, place, reading);
  const result = item && reading.types.named(text(item, 'outputTypeRef'), place, reading);
  const allowed = reading.allowed(child(node, 'allowedValues'), place);
  const parts = children(node, 'itemComponent').map(
    (part) => [text(part, 'name') ?? '', readItemType(part, reading)] as const,
  );
  return {
    ...(base && { base }),
    ...(result && { result }),
    ...(flag(node, 'isCollection') && { collection: true as const }),
    ...(allowed && { allowed }),
    ...(parts.length > 0 && { components: Object.fromEntries(parts) }),
  };
}
