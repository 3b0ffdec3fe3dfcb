/** Boxed expressions: the logic of decisions and knowledge models. */
import { child, children, localName, text } from '../../compiler/moddle.js';
import type { DmnNode } from 'dmn-moddle';
import type {
  ContextExpression,
  Expression,
  FunctionExpression,
  IteratorExpression,
} from '../model.js';
import type { Place, Reading } from './reading.js';
import { readTable } from './table.js';

type Reader = (node: DmnNode, place: Place, reading: Reading) => Expression;

const readers: Readonly<Record<string, Reader>> = {
  LiteralExpression: (node, place, reading) => {
    const type = reading.types.of(node, place, reading);
    return { kind: 'literal', feel: reading.feel(node, place), ...(type && { type }) };
  },
  DecisionTable: readTable,
  Context: readContext,
  List: (node, place, reading) => ({
    kind: 'list',
    items: children(node, 'elements').map((item, index) =>
      readExpression(item, within(place, `第 ${index + 1} 项`), reading),
    ),
  }),
  Relation: (node, place, reading) => ({
    kind: 'relation',
    columns: children(node, 'column').map((column) => text(column, 'name') ?? ''),
    rows: children(node, 'row').map((row, index) =>
      children(row, 'elements').map((cell) =>
        readExpression(cell, within(place, `第 ${index + 1} 行`), reading),
      ),
    ),
  }),
  Invocation: (node, place, reading) => ({
    kind: 'invocation',
    called: reading.feel(child(node, 'calledFunction'), within(place, '所调用的函数')),
    bindings: children(node, 'binding').map((binding) => {
      const parameter = (child(binding, 'parameter')?.get('name') as string | undefined) ?? '';
      const formula = child(binding, 'bindingFormula');
      return {
        parameter,
        value: readExpression(formula, within(place, `参数“${parameter}”`), reading),
      };
    }),
  }),
  FunctionDefinition: readFunction,
  Conditional: (node, place, reading) => ({
    kind: 'conditional',
    condition: readChild(node, 'if', place, reading),
    then: readChild(node, 'then', place, reading),
    otherwise: readChild(node, 'else', place, reading),
  }),
  Filter: (node, place, reading) => ({
    kind: 'filter',
    over: readChild(node, 'in', place, reading),
    match: readChild(node, 'match', place, reading),
  }),
  For: (node, place, reading) => readIterator('for', 'return', node, place, reading),
  Some: (node, place, reading) => readIterator('some', 'satisfies', node, place, reading),
  Every: (node, place, reading) => readIterator('every', 'satisfies', node, place, reading),
};

const readChild = (node: DmnNode, part: string, place: Place, reading: Reading): Expression => {
  const holder = child(node, part);
  return readExpression(holder && child(holder, 'value'), within(place, part), reading);
};

function readIterator(
  iterator: IteratorExpression['iterator'],
  body: string,
  node: DmnNode,
  place: Place,
  reading: Reading,
): IteratorExpression {
  const variable = text(node, 'iteratorVariable');
  if (!variable) reading.error('iterator-variable', place, `的 ${iterator} 没有循环变量的名称。`);
  return {
    kind: 'iterator',
    iterator,
    variable: variable ?? '',
    over: readChild(node, 'in', place, reading),
    body: readChild(node, body, place, reading),
  };
}

export function readExpression(
  node: DmnNode | undefined,
  place: Place,
  reading: Reading,
): Expression {
  const read = node && readers[localName(node.$type)];
  if (node && read) return read(node, { ...place, element: node.id ?? place.element }, reading);
  const what = node ? `的表达式“${localName(node.$type)}”不能执行` : '没有表达式';
  reading.error('expression-missing', place, `${what}。请填写决策表、FEEL 表达式或上下文。`);
  return { kind: 'literal', feel: 'null' };
}

function readContext(node: DmnNode, place: Place, reading: Reading): ContextExpression {
  const read = children(node, 'contextEntry').map((entry) => {
    const variable = child(entry, 'variable');
    const name = variable && text(variable, 'name');
    const inside = within(place, name ? `条目“${name}”` : '结果条目');
    const type = reading.types.of(variable, inside, reading);
    return {
      name,
      ...(type && { type }),
      value: readExpression(child(entry, 'value'), inside, reading),
    };
  });
  const named = read.flatMap(({ name, ...rest }) => (name ? [{ name, ...rest }] : []));
  const results = read.filter(({ name }) => !name);
  if (results.length > 1 || (results.length === 1 && read.at(-1) !== results[0])) {
    reading.error(
      'context-result',
      place,
      '没有名称的条目只能有一个，且须在最后（它是整个上下文的值）。请给其余条目命名。',
    );
  }
  const result = results.at(-1)?.value;
  return { kind: 'context', entries: named, ...(result && { result }) };
}

export function readFunction(node: DmnNode, place: Place, reading: Reading): FunctionExpression {
  const kind = text(node, 'kind') ?? 'FEEL';
  if (kind !== 'FEEL') {
    reading.error(
      'function-unsupported',
      place,
      `是 ${kind} 函数，平台只执行 FEEL 函数。请用 FEEL 改写。`,
    );
  }
  return {
    kind: 'function',
    parameters: children(node, 'formalParameter').map((parameter) => {
      const name = text(parameter, 'name') ?? '';
      const type = reading.types.of(parameter, within(place, `参数“${name}”`), reading);
      return { name, ...(type && { type }) };
    }),
    body: readExpression(child(node, 'body'), place, reading),
  };
}

const within = (place: Place, part: string): Place => ({
  ...place,
  called: `${place.called}的${part}`,
});
