/** How decisions came about, for who tries them out. What is told costs the decision nothing. */
import { Budget, leavingPlain, TooCostly, type PlainValue } from '../../feel/index.js';
import type { TableAnswer } from './table.js';

/** How one decision came about. */
export interface DecisionTrace {
  decision: string;
  name: string;
  value: PlainValue;
  /** Of a decision table: values of its inputs, and numbers of the matching rules from 1. */
  inputs?: PlainValue[];
  matched?: number[];
  /** Why something became null. */
  warnings: string[];
}

/** What a decision was made to. */
export interface Made {
  value: unknown;
  /** Of a decision table. */
  table?: TableAnswer;
}

const TOO_LONG = '取值太长，这里不再列出';

export class Tracing {
  /** In the order in which they were made: the required ones first. */
  readonly decisions: DecisionTrace[] = [];
  private readonly budget = new Budget();

  add({ id, name }: { id: string; name: string }, { value, table }: Made, why: Iterable<string>) {
    const warnings = [...why];
    const told = (each: unknown): PlainValue => {
      try {
        return leavingPlain(each, this.budget);
      } catch (error) {
        if (!(error instanceof TooCostly)) throw error;
        if (!warnings.includes(TOO_LONG)) warnings.push(TOO_LONG);
        return null;
      }
    };
    this.decisions.push({
      decision: id,
      name,
      value: told(value),
      ...(table && { inputs: table.inputs.map(told), matched: table.matched }),
      warnings,
    });
  }
}
