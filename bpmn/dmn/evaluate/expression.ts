/** Boxed expressions. */
import { callNamed, feelFunction, kindOf } from '../../feel/index.js';
import type {
  ContextExpression,
  DecisionTable,
  Expression,
  FilterExpression,
  FunctionExpression,
  Invocation,
  IteratorExpression,
} from '../model.js';
import { fail, feel, within, type Place, type Values } from './place.js';
import { evaluateTable } from './table.js';
import { typed } from './types.js';

export function evaluateExpression(expression: Expression, scope: Values, place: Place): unknown {
  switch (expression.kind) {
    case 'literal':
      return typed(feel(expression.feel, scope, place), expression.type, place);
    case 'table':
      return evaluateTable(expression, scope, place).value;
    case 'context':
      return evaluateContext(expression, scope, place);
    case 'list':
      return expression.items.map((item, index) =>
        evaluateExpression(item, scope, within(place, `第 ${index + 1} 项`)),
      );
    case 'relation':
      return expression.rows.map((row, index) =>
        Object.fromEntries(
          row.map((cell, column) => [
            expression.columns[column] ?? '',
            evaluateExpression(cell, scope, within(place, `第 ${index + 1} 行`)),
          ]),
        ),
      );
    case 'invocation':
      return invoke(expression, scope, place);
    case 'function':
      return functionOf(expression, scope, place);
    case 'conditional': {
      const holds = evaluateExpression(expression.condition, scope, within(place, '的条件'));
      if (typeof holds !== 'boolean' && holds !== null) return null;
      const branch = holds === true ? expression.then : expression.otherwise;
      return evaluateExpression(branch, scope, place);
    }
    case 'filter':
      return filter(expression, scope, place);
    case 'iterator':
      return iterate(expression, scope, place);
  }
}

/** The condition sees each element as `item`, and its entries by their names. */
function filter({ over, match }: FilterExpression, scope: Values, place: Place): unknown {
  const list = evaluateExpression(over, scope, place);
  if (list === null) return null;
  const found: unknown[] = [];
  for (const item of Array.isArray(list) ? (list as unknown[]) : [list]) {
    place.budget.elements(1);
    const entries = kindOf(item) === 'context' ? (item as Values) : {};
    const meets = evaluateExpression(match, { ...scope, item, ...entries }, place);
    if (meets === true) found.push(item);
    else if (meets !== false && meets !== null) return null;
  }
  return found;
}

/** `some` and `every` ask each element, and what is neither true nor false decides nothing. */
function iterate(expression: IteratorExpression, scope: Values, place: Place): unknown {
  const { iterator, variable } = expression;
  const body = feelFunction(
    (each, partial) =>
      evaluateExpression(expression.body, { ...scope, partial, [variable]: each }, place),
    [variable, 'partial'],
  );
  const over = evaluateExpression(expression.over, scope, place);
  const each = feel('for each in over return body(each, partial)', { over, body }, place);
  if (iterator === 'for' || !Array.isArray(each)) return each;
  const decisive = iterator === 'some';
  if (each.some((one) => typeof one !== 'boolean')) return null;
  return each.includes(decisive) ? decisive : !decisive;
}

function evaluateContext(
  { entries, result }: ContextExpression,
  scope: Values,
  place: Place,
): unknown {
  const own: Record<string, unknown> = {};
  for (const { name, type, value } of entries) {
    const inside = within(place, `的条目“${name}”`);
    own[name] = typed(evaluateExpression(value, { ...scope, ...own }, inside), type, inside);
  }
  return result ? evaluateExpression(result, { ...scope, ...own }, place) : own;
}

function invoke({ called, bindings }: Invocation, scope: Values, place: Place): unknown {
  const values = bindings.map(({ parameter, value }): [string, unknown] => [
    parameter,
    evaluateExpression(value, scope, within(place, `的参数“${parameter}”`)),
  ]);
  const target = feel(called, scope, place);
  const result = callNamed(target, Object.fromEntries(values), place.at, place.budget);
  if (result) return result.value;
  return fail(
    place,
    'invocation-failed',
    `调用的“${called}”不是函数，或没有参数 ${bindings.map(({ parameter }) => `“${parameter}”`).join('、')}。请检查被调用的业务知识模型及其参数。`,
  );
}

/**
 * A function FEEL can call; it sees what was in scope where it was defined.
 * @param result what becomes of its value
 */
export function functionOf(
  { parameters, body }: FunctionExpression,
  scope: Values,
  place: Place,
  result = (value: unknown): unknown => value,
): unknown {
  const call = (...values: unknown[]): unknown => {
    const given = parameters.map(({ name, type }, index): [string, unknown] => [
      name,
      typed(values[index] ?? null, type, within(place, `的参数“${name}”`)),
    ]);
    return result(evaluateExpression(body, { ...scope, ...Object.fromEntries(given) }, place));
  };
  return feelFunction(
    call,
    parameters.map(({ name }) => name),
  );
}

export const isTable = (expression: Expression): expression is DecisionTable =>
  expression.kind === 'table';
