/** What cannot be null where a condition holds. */
import { isNode, nodesOf, type Tree, type TreeNode } from './node-tree.js';
import type { Schema } from './schema.js';

/** Of a test for null, which one it is. */
export const [IS_NULL, IS_NOT_NULL] = ['0', '1'];

/** The same column after the same joins, the same parameter, or the same reckoned from them. */
export const nameOf = (tree: TreeNode) =>
  JSON.stringify(tree, (field, value: unknown) => (field === 'location' ? undefined : value));

/** Columns that the joins and conditions of a FROM would not let through as null. */
export function certainFrom(tree: Tree | undefined, certain: Set<string>, schema: Schema): void {
  if (!isNode(tree)) return;
  if (tree.node === 'FROMEXPR') {
    for (const item of nodesOf(tree.fromlist)) certainFrom(item, certain, schema);
    certainWhen(tree.quals, certain, schema);
  }
  if (tree.node === 'JOINEXPR') {
    certainFrom(tree.larg, certain, schema);
    certainFrom(tree.rarg, certain, schema);
    if (tree.jointype === '0') certainWhen(tree.quals, certain, schema);
  }
}

/** Columns that are not null when this condition is true. */
export function certainWhen(tree: Tree | undefined, certain: Set<string>, schema: Schema): void {
  if (!isNode(tree)) return;
  const strict = (id: Tree | undefined) => schema.procedure(String(id))?.strict;
  switch (tree.node) {
    case 'VAR':
    case 'PARAM':
      certain.add(nameOf(tree));
      break;
    case 'NAMEDARGEXPR':
    case 'RELABELTYPE':
    case 'COERCEVIAIO':
      certainWhen(tree.arg, certain, schema);
      break;
    case 'BOOLEXPR':
      if (tree.boolop === 'and')
        for (const arg of nodesOf(tree.args)) certainWhen(arg, certain, schema);
      break;
    case 'OPEXPR':
    case 'FUNCEXPR':
      certain.add(nameOf(tree));
      if (strict(tree.opfuncid ?? tree.funcid))
        for (const arg of nodesOf(tree.args)) certainWhen(arg, certain, schema);
      break;
    case 'SCALARARRAYOPEXPR':
      if (tree.useOr === 'true') certainWhen(nodesOf(tree.args)[0], certain, schema);
      break;
    case 'SUBLINK':
      if (tree.subLinkType === '2' && isNode(tree.testexpr))
        certainWhen(nodesOf(tree.testexpr.args)[0], certain, schema);
      break;
    case 'NULLTEST':
      if (tree.nulltesttype === IS_NOT_NULL) certainWhen(tree.arg, certain, schema);
      break;
  }
}
