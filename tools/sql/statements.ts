/** Finds the statements that the code gives to the database, in all their variants. */
import ts from 'typescript';
import { Evaluation, NotReached, Unsaid } from './evaluation.js';
import { forEachNode, placeOf, type Program } from './program.js';
import type { Item } from './values.js';
import { everyVariant } from './variants.js';

/** A statement as it is given to the database in one variant of the code. */
export interface Statement {
  sql: string;
  parameters: Item[];
}

/** A call of the database. */
export interface Query {
  node: ts.CallExpression;
  sql: ts.Expression;
  values?: ts.Expression;
  /** What the caller takes the result for; nothing when nobody looks at it. */
  result?: ts.Type;
  /** TypeORM gives the rows of an UPDATE or a DELETE together with their number. */
  counts: boolean;
}

/** The ways to the database: where they are declared, what they are called, where the SQL stands. */
const DOORS = [
  { file: /\/node_modules\/typeorm\//, name: 'query', sql: 0, counts: true },
  { file: /\/database\/at-leisure\.ts$/, name: 'atLeisure', sql: 1, counts: false },
];

/** Every call of the database in our sources. */
export function queriesIn(program: Program): Query[] {
  const found: Query[] = [];
  for (const source of program.sources()) {
    forEachNode(source, (node) => {
      const query = ts.isCallExpression(node) && queryOf(program, node);
      if (query) found.push(query);
    });
  }
  return found;
}

function queryOf(program: Program, node: ts.CallExpression): Query | undefined {
  const { expression } = node;
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  const doors = DOORS.filter((door) => door.name === name.getText());
  if (doors.length === 0) return undefined;
  const file = program.checker.getResolvedSignature(node)?.declaration?.getSourceFile().fileName;
  const door = doors.find((one) => file && one.file.test(file));
  if (!door) return undefined;
  const [sql, values] = node.arguments.slice(door.sql);
  return sql && { node, sql, values, result: resultOf(program, node), counts: door.counts };
}

/**
 * The variants of the statement that a call gives to the database.
 * @throws Unsaid when it is known only at run time
 */
export function statementsOf(program: Program, { sql, values }: Query): Statement[] {
  const variants = everyVariant((choose): Statement[] => {
    const evaluation = new Evaluation(program, choose);
    try {
      const text = evaluation.textOf(sql);
      return [{ sql: text, parameters: values ? evaluation.items(values) : [] }];
    } catch (error) {
      if (error instanceof NotReached) return [];
      throw error;
    }
  }).flat();
  if (variants.length === 0) throw new Unsaid(sql);
  // Most variants differ in what is not part of the statement.
  const different = variants.map((one) => [keyOf(program, one), one] as const);
  return [...new Map(different).values()];
}

const keyOf = ({ checker }: Program, { sql, parameters }: Statement) =>
  [sql, ...parameters.map(({ type }) => type && checker.typeToString(type()))].join('\0');

/** The type of what a call gives, or of what it is taken for. */
function resultOf({ checker }: Program, call: ts.CallExpression): ts.Type | undefined {
  let node: ts.Node = call;
  while (ts.isAwaitExpression(node.parent) || ts.isParenthesizedExpression(node.parent))
    node = node.parent;
  if (ts.isExpressionStatement(node.parent)) return undefined;
  if (ts.isAsExpression(node.parent)) return checker.getTypeFromTypeNode(node.parent.type);
  const type = checker.getAwaitedType(checker.getTypeAtLocation(call));
  return type && type.flags & ts.TypeFlags.Void ? undefined : type;
}

/** The function a call of the database stands in. */
export function functionAround(node: ts.Node): string {
  const around = ts.findAncestor(
    node,
    (one): one is ts.FunctionDeclaration | ts.MethodDeclaration =>
      ts.isFunctionDeclaration(one) || ts.isMethodDeclaration(one),
  );
  return around?.name?.getText() ?? placeOf(node);
}
