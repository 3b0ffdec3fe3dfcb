/** What a table answers from the rules that match: one function for each hit policy. */
import { equal, kindOf, plain } from '../../feel/index.js';
import type { Aggregation, DecisionTable, HitPolicy } from '../model.js';
import { fail, feel, type Place } from './place.js';
import { rank } from './types.js';

/** A rule that matches, with its outputs in the order of the columns. */
export interface Hit {
  /** Counted from 1. */
  rule: number;
  outputs: unknown[];
}

type Policy = (hits: Hit[], table: DecisionTable, place: Place) => unknown;

const policies: Readonly<Record<HitPolicy, Policy>> = {
  UNIQUE: (hits, table, place) => {
    if (hits.length > 1) {
      fail(
        place,
        'hit-policy-unique',
        `的命中策略是 UNIQUE，但第 ${numbers(hits)} 条规则同时命中。请使规则互不重叠，或改用其他命中策略。`,
      );
    }
    return valueOf(hits[0]!, table);
  },
  ANY: (hits, table, place) => {
    const budget = place.budget.where('decided');
    const [first, ...others] = hits.map(({ outputs }) => plain(outputs, budget));
    if (others.some((each) => equal(each, first, budget) !== true)) {
      fail(
        place,
        'hit-policy-any',
        `的命中策略是 ANY，但同时命中的第 ${numbers(hits)} 条规则输出不同。请使它们的输出相同，或改用其他命中策略。`,
      );
    }
    return valueOf(hits[0]!, table);
  },
  FIRST: (hits, table) => valueOf(hits[0]!, table),
  PRIORITY: (hits, table, place) => valueOf(byPriority(hits, table, place)[0]!, table),
  'RULE ORDER': (hits, table) => hits.map((hit) => valueOf(hit, table)),
  'OUTPUT ORDER': (hits, table, place) =>
    byPriority(hits, table, place).map((hit) => valueOf(hit, table)),
  COLLECT: (hits, table, place) => {
    const values = hits.map((hit) => valueOf(hit, table));
    return table.aggregation ? aggregate(table.aggregation, values, place) : values;
  },
};

const aggregations: Readonly<Record<Aggregation, (values: unknown[], place: Place) => unknown>> = {
  COUNT: (values) => values.length,
  SUM: (values, place) => feel('sum(values)', { values }, place),
  MIN: (values, place) => values.reduce((a, b) => (less(b, a, place) ? b : a)),
  MAX: (values, place) => values.reduce((a, b) => (less(a, b, place) ? b : a)),
};

/** Whether a table answers with a list. */
export const multiple = ({ hitPolicy, aggregation }: DecisionTable): boolean =>
  ['RULE ORDER', 'OUTPUT ORDER', 'COLLECT'].includes(hitPolicy) && !aggregation;

/** The answer of the table when rules match. @throws DecisionError */
export const answer: Policy = (hits, table, place) => policies[table.hitPolicy](hits, table, place);

/** What a table answers when no rule matches and no default is given. */
export function answerOfNone(table: DecisionTable): unknown {
  if (multiple(table)) return [];
  return table.aggregation === 'COUNT' ? 0 : null;
}

/** One output is the value itself, several are a context. */
export function valueOf({ outputs }: Pick<Hit, 'outputs'>, table: DecisionTable): unknown {
  if (table.outputs.length === 1) return outputs[0];
  return Object.fromEntries(table.outputs.map(({ name }, index) => [name, outputs[index]]));
}

/** By the order of the outputs' values, the left column first; rules of equal rank keep their order. */
function byPriority(hits: Hit[], table: DecisionTable, place: Place): Hit[] {
  const ranked = hits.map((hit) => ({
    hit,
    ranks: table.outputs.map(({ allowed }, column) =>
      allowed ? rank(hit.outputs[column], allowed, place) : 0,
    ),
  }));
  ranked.sort((a, b) => {
    const column = a.ranks.findIndex((each, index) => each !== b.ranks[index]);
    return column < 0 ? 0 : a.ranks[column]! - b.ranks[column]!;
  });
  return ranked.map(({ hit }) => hit);
}

function aggregate(aggregation: Aggregation, values: unknown[], place: Place): unknown {
  if (aggregation !== 'COUNT') requireOneKind(aggregation, values, place);
  return aggregations[aggregation](values, place);
}

function requireOneKind(aggregation: Aggregation, values: unknown[], place: Place): void {
  const kinds = [...new Set(values.map(kindOf))];
  const summable = ['number', 'days and time duration', 'years and months duration'];
  const comparable = [...summable, 'string', 'date', 'time', 'date and time'];
  const fitting = aggregation === 'SUM' ? ['number'] : comparable;
  if (kinds.length === 1 && fitting.includes(kinds[0]!)) return;
  fail(
    place,
    'aggregation-failed',
    `不能汇总（${aggregation}）：命中规则的输出须都是${aggregation === 'SUM' ? '数字' : '同类的数字、文本或日期'}，没有空值。请更正输出。`,
  );
}

const less = (a: unknown, b: unknown, place: Place): boolean =>
  feel('a < b', { a, b }, place) === true;

const numbers = (hits: Hit[]): string => hits.map(({ rule }) => rule).join('、');
