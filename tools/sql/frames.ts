/** A call of a function, seen from the code inside it. */
import ts from 'typescript';
import { placeOf } from './program.js';
import type { Fields, Item, Value } from './values.js';

/** A call of a function, or the inside of an object. */
export interface Frame {
  of: ts.SignatureDeclaration | ts.ClassDeclaration;
  /** The frame of the function around it. */
  outer: Frame | undefined;
  /** What `this` is in it. */
  self?: Fields;
  /** Its constants, as far as they were asked for. */
  constants?: Map<ts.Node, Value>;
  /** What its parameters stand for; not known without. */
  args?: Item[];
  /** The call in the code that it is. */
  call?: ts.CallExpression;
}

export const parametersOf = (node: Frame['of']): readonly ts.ParameterDeclaration[] =>
  ts.isFunctionLike(node) ? (node.parameters as readonly ts.ParameterDeclaration[]) : [];

/** What `this` is. */
export function selfOf(frame: Frame | undefined): Fields | undefined {
  return frame && (frame.self ?? selfOf(frame.outer));
}

/** The same words in the same call mean the same, wherever they stand. */
export function question(node: ts.Node, frame: Frame | undefined): string {
  const at = frame ? placeOf(frame.call ?? frame.of) : node.getSourceFile().fileName;
  return `${at}: ${node.getText()}`;
}

/** The frames that one variant has come by, one for each function around them. */
export class Frames {
  private readonly known = new Map<ts.Node, Frame>();

  /** The frame of the function around a node, in whichever call of it. */
  around(node: ts.Node): Frame | undefined {
    const of = ts.findAncestor(node.parent, ts.isFunctionLike);
    if (!of) return undefined;
    const known = this.known.get(of);
    if (known) return known;
    const frame: Frame = { of, outer: this.around(of) };
    this.known.set(of, frame);
    return frame;
  }

  /** The frame in which a name was declared, seen from where it is used. */
  of(declaration: ts.Node, from: Frame | undefined): Frame | undefined {
    const of = ts.findAncestor(declaration.parent, ts.isFunctionLike);
    for (let frame = from; frame; frame = frame.outer) if (frame.of === of) return frame;
    return this.around(declaration);
  }
}
