/** What a board, a list or a statistic is narrowed to. */
import { scopeConditions, type Scope, type Values } from '../../people/index.js';

/** Pseudo-territory of the bodies that no county is charged for. */
export const VERTICAL = 'vertical';
/** The bodies of the county itself, beside its townships. */
export const OWN = 'own';

export interface Filter {
  /** `line` counts a vertical body where it sits; `territory` charges it to no territory. */
  by: 'territory' | 'line';
  county?: string;
  township?: string;
  line?: string;
  department?: string;
  item?: string;
  /** Code of the item type (01 行政许可 …). */
  type?: string;
  /** Element of the process. */
  step?: string;
  handler?: string;
}

/** Whether the filter narrows the bodies at all. */
export function narrowsUnits(scope: Scope, filter: Filter): boolean {
  const { county, township, line, department } = filter;
  return Boolean(Object.keys(scope).length || county || township || line || department);
}

/** Conditions on `unit u`. */
export function unitConditions(scope: Scope, filter: Filter, values: Values): string[] {
  const { place } = values;
  const [county, township] =
    filter.by === 'line' ? ['u.seat_county', 'u.seat_township'] : ['u.county', 'u.township'];
  const conditions = scopeConditions(scope, values);
  if (filter.county === VERTICAL) conditions.push('u.vertical');
  else if (filter.county) conditions.push(`${county} = ${place(filter.county)}`);
  if (filter.township === OWN) conditions.push(`${township} IS NULL`);
  else if (filter.township) conditions.push(`${township} = ${place(filter.township)}`);
  if (filter.line) conditions.push(`u.line = ${place(filter.line)}`);
  if (filter.department) conditions.push(`u.id = ${place(filter.department)}`);
  return conditions;
}

export const where = (conditions: string[]): string =>
  conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';

/** Conditions on the columns `department` and `item` of a row called `row`. */
export function rowConditions(scope: Scope, filter: Filter, values: Values, row: string): string[] {
  const conditions: string[] = [];
  if (filter.department && Object.keys(scope).length === 0 && !filter.county && !filter.line) {
    conditions.push(`${row}.department = ${values.place(filter.department)}`);
  } else if (narrowsUnits(scope, filter)) {
    const units = where(unitConditions(scope, filter, values));
    conditions.push(`${row}.department = ANY (ARRAY(SELECT u.id FROM unit u ${units}))`);
  }
  if (filter.item) conditions.push(`${row}.item = ${values.place(filter.item)}`);
  if (filter.type) {
    const type = values.place(filter.type);
    conditions.push(`${row}.item IN (SELECT i.code FROM item i WHERE i.type = ${type})`);
  }
  return conditions;
}
