/**
 * What an expression of the code gives, as far as the code itself says: constants, pieces of SQL put
 * into one another, lists that are mapped and joined, functions that only put such pieces together.
 */
import ts from 'typescript';
import { placeOf, type Program } from './program.js';
import { Frames, parametersOf, question, selfOf, type Frame } from './frames.js';
import {
  Callable,
  Fields,
  isOpaque,
  itemOf,
  List,
  memberOf,
  ofObject,
  Unknown,
  unknownItem,
  type Item,
  type Value,
} from './values.js';
import type { Choose } from './variants.js';

/** A piece of a statement that the code does not say. */
export class Unsaid extends Error {
  constructor(readonly node: ts.Node) {
    super(`known only at run time: ${node.getText().replace(/\s+/g, ' ').slice(0, 80)}`);
  }
}

/** The code does not come here in this variant: what is text by its type would be nothing. */
export class NotReached extends Error {}

/** Evaluates within one variant: what is not known is asked of `choose`. */
export class Evaluation {
  private readonly frames = new Frames();
  private readonly constants = new Map<ts.Node, Value>();
  private readonly busy = new Set<ts.Node>();
  private depth = 0;
  private readonly ran = new Set<Frame>();
  /** Whether those who call a function are asked what they give it. */
  private asksCallers = false;

  constructor(
    private readonly program: Program,
    private readonly choose: Choose,
  ) {}

  /** @throws Unsaid when it is known only at run time */
  text(node: ts.Expression, frame?: Frame): string {
    const value = this.asking(true, () => this.value(node, frame));
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    if (value === undefined || value === null) throw new NotReached();
    throw new Unsaid(value instanceof Unknown ? value.node : node);
  }

  /** The text given to a call. @throws Unsaid as `text` */
  textOf(node: ts.Expression): string {
    this.runUpTo(node);
    return this.text(node, this.frames.around(node));
  }

  /** What a list is made of. @throws Unsaid when its length is known only at run time */
  items(node: ts.Expression): Item[] {
    const value = this.asking(true, () => this.value(node, this.frames.around(node)));
    if (value instanceof List) return value.items;
    const types = this.program.elementsOf(node);
    if (types) return types.map((type) => unknownItem(node, type));
    throw new Unsaid(value instanceof Unknown ? value.node : node);
  }

  private asking<T>(callers: boolean, work: () => T): T {
    const before = this.asksCallers;
    this.asksCallers = callers;
    try {
      return work();
    } finally {
      this.asksCallers = before;
    }
  }

  private value(node: ts.Expression, frame: Frame | undefined): Value {
    const at = (inner: ts.Expression) => this.value(inner, frame);
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return at(node.expression);
    if (ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node)) return at(node.expression);
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isNumericLiteral(node)) return Number(node.text.replaceAll('_', ''));
    if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
    if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
    if (node.kind === ts.SyntaxKind.NullKeyword) return null;
    if (ts.isTemplateExpression(node)) {
      const spans = node.templateSpans.map(
        ({ expression, literal }) => this.text(expression, frame) + literal.text,
      );
      return node.head.text + spans.join('');
    }
    if (ts.isArrayLiteralExpression(node)) return this.list(node, frame);
    if (ts.isObjectLiteralExpression(node)) return this.fields(node, frame);
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return new Callable(node, frame);
    if (ts.isConditionalExpression(node))
      return this.holds(node.condition, frame) ? at(node.whenTrue) : at(node.whenFalse);
    if (ts.isBinaryExpression(node)) return this.binary(node, frame);
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      return !this.holds(node.operand, frame);
    if (ts.isIdentifier(node)) return this.named(node, frame);
    if (ts.isPropertyAccessExpression(node)) return this.member(node, frame);
    if (ts.isElementAccessExpression(node)) return this.element(node, frame);
    if (ts.isCallExpression(node)) return this.call(node, frame);
    if (ts.isNewExpression(node)) return this.made(node);
    if (node.kind === ts.SyntaxKind.ThisKeyword) return selfOf(frame) ?? new Unknown(node);
    return this.ofType(node, frame);
  }

  /** A place for an expression's value, which is reckoned once. */
  private item(node: ts.Expression, frame: Frame | undefined): Item {
    const handedOn = ts.isIdentifier(node) ? this.handedOn(node, frame) : undefined;
    if (handedOn) return handedOn;
    const value = lazy(() => this.value(node, frame));
    const { checker } = this.program;
    const type = () => checker.getTypeAtLocation(node);
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'JSON.stringify')
      return { value, type };
    return { value, type, json: () => checker.getTypeAtLocation(node.arguments[0]!) };
  }

  /** What a call gave for a parameter that is told to be anything: the call knows more of it. */
  private handedOn(node: ts.Identifier, frame: Frame | undefined): Item | undefined {
    const declaration = this.program.symbolOf(node)?.valueDeclaration;
    if (!declaration || !ts.isParameter(declaration)) return undefined;
    const { flags } = this.program.checker.getTypeAtLocation(node);
    if (!(flags & (ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter))) return undefined;
    const at = this.frames.of(declaration, frame);
    return at?.args?.[parametersOf(at.of).indexOf(declaration)];
  }

  /** A value known only at run time; one of a few when its type has no more. */
  private ofType(node: ts.Expression, frame: Frame | undefined): Value {
    const literals = this.program.literalsOf(node);
    return literals ? this.choose(question(node, frame), literals) : new Unknown(node);
  }

  /** Whether a condition holds; when only running it would tell, both are tried. */
  private holds(node: ts.Expression, frame: Frame | undefined): boolean {
    const value = this.asking(false, () => this.value(node, frame));
    return this.isTrue(value, question(node, frame));
  }

  private isTrue(value: Value, name: string): boolean {
    return value instanceof Unknown ? this.choose(name, [true, false]) : Boolean(value);
  }

  private list(node: ts.ArrayLiteralExpression, frame: Frame | undefined): Value {
    const items: Item[] = [];
    for (const element of node.elements) {
      if (!ts.isSpreadElement(element)) {
        items.push(this.item(element, frame));
        continue;
      }
      const spread = this.value(element.expression, frame);
      const types = this.program.elementsOf(element.expression);
      if (spread instanceof List) items.push(...spread.items);
      else if (types) items.push(...types.map((type) => unknownItem(element, type)));
      else return new Unknown(element);
    }
    return new List(items);
  }

  private fields(node: ts.ObjectLiteralExpression, frame: Frame | undefined): Value {
    const fields = new Map<string, Item>();
    for (const property of node.properties) {
      if (ts.isSpreadAssignment(property)) {
        const spread = this.value(property.expression, frame);
        if (!(spread instanceof Fields)) return new Unknown(node);
        for (const [name, item] of spread.fields) fields.set(name, item);
        continue;
      }
      const name = property.name;
      if (ts.isComputedPropertyName(name) || ts.isPrivateIdentifier(name)) return new Unknown(node);
      if (ts.isPropertyAssignment(property))
        fields.set(name.text, this.item(property.initializer, frame));
      else if (ts.isShorthandPropertyAssignment(property))
        fields.set(name.text, this.item(property.name, frame));
      else fields.set(name.text, itemOf(new Callable(property, frame)));
    }
    return new Fields(fields);
  }

  private binary(node: ts.BinaryExpression, frame: Frame | undefined): Value {
    const [left, right] = [node.left, node.right];
    const at = (inner: ts.Expression) => this.value(inner, frame);
    const operator = node.operatorToken.kind;
    switch (operator) {
      case ts.SyntaxKind.PlusToken: {
        const [a, b] = [at(left), at(right)];
        if (typeof a === 'number' && typeof b === 'number') return a + b;
        return this.text(left, frame) + this.text(right, frame);
      }
      case ts.SyntaxKind.QuestionQuestionToken: {
        const value = at(left);
        if (!(value instanceof Unknown)) return value ?? at(right);
        return this.choose(question(left, frame), [true, false]) ? value : at(right);
      }
      case ts.SyntaxKind.BarBarToken:
        return this.holds(left, frame) ? at(left) : at(right);
      case ts.SyntaxKind.AmpersandAmpersandToken:
        return this.holds(left, frame) ? at(right) : false;
      case ts.SyntaxKind.EqualsEqualsEqualsToken:
      case ts.SyntaxKind.ExclamationEqualsEqualsToken: {
        const [a, b] = [at(left), at(right)];
        if (isOpaque(a) || isOpaque(b)) return new Unknown(node);
        return (a === b) === (operator === ts.SyntaxKind.EqualsEqualsEqualsToken);
      }
      default: {
        const reckon = RECKONING[ts.tokenToString(operator) ?? ''];
        const [a, b] = reckon ? [at(left), at(right)] : [];
        return reckon && typeof a === 'number' && typeof b === 'number'
          ? reckon(a, b)
          : new Unknown(node);
      }
    }
  }

  private named(node: ts.Identifier, frame: Frame | undefined): Value {
    if (node.text === 'undefined') return undefined;
    const declaration = this.program.symbolOf(node)?.valueDeclaration;
    const value = declaration && this.declared(declaration, frame);
    return value instanceof Unknown || !declaration ? this.ofType(node, frame) : value;
  }

  /** What a declared name stands for, seen from `frame`. */
  private declared(declaration: ts.Declaration, frame: Frame | undefined): Value {
    if (ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration))
      return new Callable(declaration, this.frames.of(declaration, frame));
    if (ts.isParameter(declaration)) return this.parameter(declaration, frame);
    if (ts.isBindingElement(declaration)) return this.bound(declaration, frame);
    if (ts.isVariableDeclaration(declaration)) {
      const constant = ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const;
      const { initializer } = declaration;
      const loop = declaration.parent.parent;
      if (ts.isForOfStatement(loop)) return this.oneOf(loop.expression, frame) ?? new Unknown(loop);
      if (!constant || !initializer) return new Unknown(declaration);
      return this.remembered(declaration, initializer, this.frames.of(declaration, frame));
    }
    if (ts.isPropertyDeclaration(declaration) && declaration.initializer)
      return this.value(declaration.initializer, undefined);
    return new Unknown(declaration);
  }

  /** A constant's value, reckoned once in each call of the function it is in. */
  private remembered(name: ts.Node, given: ts.Expression, frame: Frame | undefined): Value {
    const constants = frame ? (frame.constants ??= new Map<ts.Node, Value>()) : this.constants;
    if (!constants.has(name))
      constants.set(
        name,
        this.once(name, () => this.value(given, frame)),
      );
    return constants.get(name);
  }

  /** Not again while it is at it: what is made of itself is not known. */
  private once(node: ts.Node, work: () => Value): Value {
    if (this.busy.has(node)) return new Unknown(node);
    this.busy.add(node);
    try {
      return work();
    } finally {
      this.busy.delete(node);
    }
  }

  /** `const { a } = b`, or a parameter that is taken apart. */
  private bound(element: ts.BindingElement, frame: Frame | undefined): Value {
    const pattern = element.parent;
    const owner = this.declared(pattern.parent, frame);
    if (!(owner instanceof Fields || owner instanceof List) || element.dotDotDotToken)
      return new Unknown(element);
    const value = ts.isObjectBindingPattern(pattern)
      ? memberOf(owner, (element.propertyName ?? element.name).getText())
      : (owner as List).items[pattern.elements.indexOf(element)]?.value();
    if (value !== undefined || !element.initializer) return value;
    return this.value(element.initializer, this.frames.of(element, frame));
  }

  private parameter(declaration: ts.ParameterDeclaration, from: Frame | undefined): Value {
    const frame = this.frames.of(declaration, from);
    if (!frame) return new Unknown(declaration);
    if (!frame.args && this.asksCallers) this.takeCall(frame);
    if (!frame.args) return new Unknown(declaration);
    const given = frame.args[parametersOf(frame.of).indexOf(declaration)];
    if (given) return given.value();
    return declaration.initializer && this.value(declaration.initializer, frame);
  }

  /** An item of the list that a loop goes through. */
  private oneOf(list: ts.Expression, frame: Frame | undefined): Value {
    const value = this.value(list, frame);
    if (!(value instanceof List) || value.items.length === 0) return undefined;
    return this.choose(`item of ${placeOf(list)}`, value.items).value();
  }

  /** Chooses one of the calls of a frame's function; of a loop's function, one of the loop's items. */
  private takeCall(frame: Frame): void {
    const loop = frame.of.parent;
    if (ts.isCallExpression(loop) && ts.isPropertyAccessExpression(loop.expression)) {
      const item = this.oneOf(loop.expression.expression, this.frames.around(loop));
      if (item !== undefined) frame.args = [itemOf(item)];
      return;
    }
    const calls = frame.args || ts.isClassLike(frame.of) ? [] : this.program.callsOf(frame.of);
    if (calls.length === 0) return;
    const call = this.choose(`call of ${placeOf(frame.of)}`, calls);
    frame.call = call;
    frame.args = call.arguments.map((arg) => this.item(arg, this.frames.around(call)));
  }

  private member(node: ts.PropertyAccessExpression, frame: Frame | undefined): Value {
    const owner = this.value(node.expression, frame);
    const known = memberOf(owner, node.name.text);
    if (known !== undefined) return known;
    if (owner instanceof Fields) return undefined;
    const declaration = this.program.symbolOf(node.name)?.valueDeclaration;
    const value = declaration && this.declared(declaration, undefined);
    return value === undefined || value instanceof Unknown ? this.ofType(node, frame) : value;
  }

  private element(node: ts.ElementAccessExpression, frame: Frame | undefined): Value {
    const owner = this.value(node.expression, frame);
    const key = this.value(node.argumentExpression, frame);
    if (owner instanceof List && typeof key === 'number') return owner.items[key]?.value();
    if (!(owner instanceof Fields)) return this.ofType(node, frame);
    const name = isOpaque(key)
      ? this.choose(question(node.argumentExpression, frame), [...owner.fields.keys()])
      : String(key);
    return memberOf(owner, name);
  }

  private call(node: ts.CallExpression, frame: Frame | undefined): Value {
    const { expression } = node;
    const args = node.arguments.map((arg) => this.item(arg, frame));
    if (expression.getText() === 'String' && node.arguments[0])
      return this.text(node.arguments[0], frame);
    if (ts.isPropertyAccessExpression(expression) && expression.expression.getText() === 'Object')
      return ofObject(expression.name.text, args[0]?.value()) ?? new Unknown(node);
    const called = this.value(expression, frame);
    let value: Value = new Unknown(node);
    if (typeof called === 'function')
      value = called(args, {
        run: (inner, given) => this.run(inner, given),
        isTrue: (given, name) => this.isTrue(given, `${question(node, frame)} ${name}`),
      });
    else if (called instanceof Callable) value = this.run(called, args, node);
    return value === undefined || value instanceof Unknown ? this.ofType(node, frame) : value;
  }

  /** An object of a class that only keeps what it is declared with. */
  private made(node: ts.NewExpression): Value {
    const declaration = this.program.symbolOf(node.expression)?.valueDeclaration;
    if (!declaration || !ts.isClassDeclaration(declaration)) return new Unknown(node);
    const self = new Fields(new Map());
    const inside: Frame = { of: declaration, outer: undefined, self };
    for (const member of declaration.members) {
      if (ts.isConstructorDeclaration(member)) return new Unknown(node);
      const name = member.name?.getText();
      if (!name) continue;
      if (ts.isMethodDeclaration(member))
        self.fields.set(name, itemOf(new Callable(member, inside)));
      if (ts.isPropertyDeclaration(member) && member.initializer)
        self.fields.set(name, this.item(member.initializer, inside));
    }
    return self;
  }

  /** What a function returns that does nothing but name values and ask conditions. */
  private run({ node, outer }: Callable, args: Item[], call?: ts.CallExpression): Value {
    const frame: Frame = { of: node, outer, args, call };
    const { body } = node as ts.FunctionLikeDeclaration;
    if (!body || this.depth > DEEPEST) return new Unknown(node);
    this.depth += 1;
    try {
      if (!ts.isBlock(body)) return this.value(body, frame);
      return this.statements(body.statements, frame)?.value();
    } finally {
      this.depth -= 1;
    }
  }

  /** What they return; nothing when they go on. */
  private statements(statements: readonly ts.Statement[], frame: Frame): Item | undefined {
    for (const statement of statements) {
      if (ts.isReturnStatement(statement) && statement.expression)
        return this.item(statement.expression, frame);
      if (ts.isIfStatement(statement)) {
        const holds = this.holds(statement.expression, frame);
        const branch = holds ? statement.thenStatement : statement.elseStatement;
        const inner = branch && (ts.isBlock(branch) ? branch.statements : [branch]);
        const returned = inner && this.statements(inner, frame);
        if (returned) return returned;
      } else if (ts.isExpressionStatement(statement)) this.value(statement.expression, frame);
      else if (!ts.isVariableStatement(statement)) return itemOf(new Unknown(statement));
    }
    return undefined;
  }

  /** Does what the function around a node does to its lists before it comes to the node. */
  private runUpTo(node: ts.Node): void {
    const frame = this.frames.around(node);
    if (!frame || this.ran.has(frame)) return;
    this.ran.add(frame);
    this.runUpTo(frame.of);
    const blocks: ts.Block[] = [];
    for (let at = node.parent; at !== frame.of; at = at.parent)
      if (ts.isBlock(at)) blocks.unshift(at);
    for (const { statements } of blocks) {
      const before = statements.filter((statement) => statement.end <= node.pos);
      for (const statement of before) {
        if (fillsAList(statement)) this.statements([statement], frame);
        if (turnsBack(statement) && this.value(statement.expression, frame) === true)
          throw new NotReached();
      }
    }
  }
}

const RECKONING: Record<string, (a: number, b: number) => number | boolean> = {
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

/** Deeper than any of ours; what calls itself is not gone through. */
const DEEPEST = 40;

/** Whether a statement puts something into a list, or may. */
const fillsAList = (statement: ts.Statement) =>
  (ts.isExpressionStatement(statement) || ts.isIfStatement(statement)) &&
  /\.push\(/.test(statement.getText());

/** Whether a statement goes no further because of how many there are of something. */
const turnsBack = (statement: ts.Statement): statement is ts.IfStatement =>
  ts.isIfStatement(statement) &&
  /\.length\b/.test(statement.expression.getText()) &&
  /\b(return|throw)\b/.test(statement.thenStatement.getText());

function lazy<T>(work: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: work() }).value;
}
