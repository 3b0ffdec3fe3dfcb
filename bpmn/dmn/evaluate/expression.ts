/** Boxed expressions. */
import { callNamed, feelFunction } from '../../feel/index.js';
import type {
  ContextExpression,
  DecisionTable,
  Expression,
  FunctionExpression,
  Invocation,
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
  }
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
  const result = callNamed(feel(called, scope, place), Object.fromEntries(values));
  if (result) return result.value;
  return fail(
    place,
    'invocation-failed',
    `调用的“${called}”不是函数，或没有参数 ${bindings.map(({ parameter }) => `“${parameter}”`).join('、')}。请检查被调用的业务知识模型及其参数。`,
  );
}

/** A function FEEL can call; it sees what was in scope where it was defined. */
export function functionOf(
  { parameters, body }: FunctionExpression,
  scope: Values,
  place: Place,
): unknown {
  const call = (...values: unknown[]): unknown => {
    const given = parameters.map(({ name, type }, index): [string, unknown] => [
      name,
      typed(values[index] ?? null, type, within(place, `的参数“${name}”`)),
    ]);
    return evaluateExpression(body, { ...scope, ...Object.fromEntries(given) }, place);
  };
  return feelFunction(
    call,
    parameters.map(({ name }) => name),
  );
}

export const isTable = (expression: Expression): expression is DecisionTable =>
  expression.kind === 'table';
