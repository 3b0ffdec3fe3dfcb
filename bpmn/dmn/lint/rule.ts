/** What a rule of the lint is, and the parts of a model they look at. */
import type { Finding } from '../../compiler/findings.js';
import type { DecisionModel, DecisionTable, Expression } from '../model.js';

export interface Rule {
  /** English, kebab-case, stable. */
  name: string;
  severity: Finding['severity'];
  /** Reports each finding with the id of the element it concerns; says what to do. */
  check(model: DecisionModel, report: (element: string, message: string) => void): void;
}

/** A decision or knowledge model. */
export interface Owner {
  id: string;
  name: string;
  logic: Expression;
}

export const ownersOf = (model: DecisionModel): Owner[] => [
  ...Object.values(model.decisions),
  ...Object.values(model.knowledge),
];

/** Every decision table, those inside other expressions too. */
export function tablesOf(model: DecisionModel): { owner: Owner; table: DecisionTable }[] {
  return ownersOf(model).flatMap((owner) =>
    expressionsIn(owner.logic).flatMap((each) =>
      each.kind === 'table' ? [{ owner, table: each }] : [],
    ),
  );
}

/** An expression with all inside it. */
export function expressionsIn(expression: Expression): Expression[] {
  return [expression, ...partsOf(expression).flatMap(expressionsIn)];
}

function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'table':
      return [];
    case 'context':
      return [
        ...expression.entries.map(({ value }) => value),
        ...(expression.result ? [expression.result] : []),
      ];
    case 'list':
      return expression.items;
    case 'relation':
      return expression.rows.flat();
    case 'invocation':
      return expression.bindings.map(({ value }) => value);
    case 'function':
      return [expression.body];
    case 'conditional':
      return [expression.condition, expression.then, expression.otherwise];
    case 'filter':
      return [expression.over, expression.match];
    case 'iterator':
      return [expression.over, expression.body];
  }
}
