/**
 * Reads PostgreSQL's own form of an analysed statement (`pg_node_tree`), in which every name is
 * resolved and every column says which outer joins may have made it null.
 */

/** `{VAR :varno 1 …}`: its tag under `node`, its fields under their names. */
export interface TreeNode {
  node: string;
  [field: string]: Tree;
}
export type Tree = TreeNode | Tree[] | string | null;

const TOKEN = /"(?:[^"\\]|\\.)*"|[(){}[\]]|(?:[^\s(){}[\]"\\]|\\.)+/gs;

/** @throws Error when the text is not a node tree */
export function readTree(text: string): Tree {
  const tokens = text.match(TOKEN) ?? [];
  let at = 0;

  function node(): TreeNode {
    const found: TreeNode = { node: tokens[at++]! };
    while (tokens[at] !== '}') {
      const field = tokens[at++];
      if (!field?.startsWith(':')) throw new Error(`no field of a node: ${field ?? 'end'}`);
      found[field.slice(1)] = value();
      // A constant: how many bytes, then the bytes.
      if (tokens[at] === '[') found[field.slice(1)] = until(']');
    }
    at += 1;
    return found;
  }

  function until(end: string): Tree[] {
    at += Number(tokens[at] === '[');
    const items: Tree[] = [];
    while (tokens[at] !== end) items.push(value());
    at += 1;
    return items;
  }

  function value(): Tree {
    const token = tokens[at++];
    if (token === undefined) throw new Error('the node tree ends too early');
    if (token === '{') return node();
    if (token === '(') {
      const items = until(')');
      // Lists of numbers and sets of numbers begin with a letter that says so.
      return typeof items[0] === 'string' && /^[iobx]$/.test(items[0]) ? items.slice(1) : items;
    }
    if (token === '<>') return null;
    return token.startsWith('"') ? token.slice(1, -1) : token.replace(/\\(.)/gs, '$1');
  }

  return value();
}

export const isNode = (tree: Tree | undefined, name?: string): tree is TreeNode =>
  typeof tree === 'object' &&
  tree !== null &&
  !Array.isArray(tree) &&
  (name === undefined || tree.node === name);

/** The nodes of a list; none when there is no list. */
export const nodesOf = (tree: Tree | undefined): TreeNode[] =>
  Array.isArray(tree) ? tree.filter((item) => isNode(item)) : [];

/** The text of a constant of type text. Its bytes begin with four that say how long it is. */
export function textOf(constant: TreeNode): string | undefined {
  if (!TEXTS.has(String(constant.consttype)) || !Array.isArray(constant.constvalue)) return;
  const bytes = constant.constvalue.map((byte) => Number(byte) & 0xff);
  return Buffer.from(bytes.slice(4)).toString('utf8');
}

/** Type ids of text, varchar and bpchar. */
const TEXTS = new Set(['25', '1043', '1042']);
