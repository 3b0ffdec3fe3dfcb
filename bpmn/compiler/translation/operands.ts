/** From a tree to FEEL: what all languages share, with each language's operators. */
import { entry, Names, OPERAND, operand, piece, type Piece } from './piece.js';
import type { Node } from './syntax.js';

/** What the operators of a language mean. @throws JuelError where FEEL has nothing that means the same */
export interface Meaning {
  binary(operator: string, left: Piece, right: Piece, names: Names): Piece;
  not(operand: Piece, names: Names): Piece;
  minus(operand: Piece, names: Names): Piece;
  choice(test: Piece, yes: Piece, no: Piece, names: Names): Piece;
  /** A property, where it is not simply an entry of a context. */
  member(of: Piece, name: string): Piece | undefined;
}

export function translated(node: Node, meaning: Meaning, names = new Names()): Piece {
  const inner = (one: Node): Piece => translated(one, meaning, names);
  switch (node.type) {
    case 'literal':
      return literal(node.kind, node.text);
    case 'name':
      return { ...piece(node.name, 'unknown'), simple: true };
    case 'member': {
      const of = inner(node.of);
      const path = { ...piece(`${operand(of)}.${node.name}`, 'unknown'), simple: of.simple };
      return meaning.member(of, node.name) ?? path;
    }
    case 'entry':
      return entry(inner(node.of), inner(node.at));
    case 'unary':
      return prefixed(node.operator, inner(node.operand), meaning, names);
    case 'binary':
      return meaning.binary(node.operator, inner(node.left), inner(node.right), names);
    case 'choice':
      return meaning.choice(inner(node.test), inner(node.yes), inner(node.no), names);
  }
}

function literal(kind: Piece['kind'], text: string): Piece {
  const feel = kind === 'string' ? JSON.stringify(text) : text;
  return { ...piece(feel, kind), literal: text };
}

function prefixed(operator: '!' | '-' | 'empty', of: Piece, meaning: Meaning, names: Names): Piece {
  if (operator === '!') return meaning.not(of, names);
  if (operator === '-') return meaning.minus(of, names);
  return piece(`(${operand(of)} in ([null, "", [], {}]))`, 'boolean', OPERAND);
}
