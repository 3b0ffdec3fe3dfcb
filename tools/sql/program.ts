/** The code as the TypeScript compiler sees it. */
import ts from 'typescript';

/** A type with more values than this is not gone through one by one. */
const MOST_LITERALS = 16;

export class Program {
  readonly checker: ts.TypeChecker;
  private calls?: Map<string, ts.CallExpression[]>;

  /** @param files of ours: what else they need, and whatever comes with packages, is read but not looked at */
  constructor(
    private readonly program: ts.Program,
    private readonly isOurs: (file: string) => boolean,
  ) {
    this.checker = program.getTypeChecker();
  }

  sources(): ts.SourceFile[] {
    return this.program.getSourceFiles().filter(({ fileName }) => this.isOurs(fileName));
  }

  /** What a name stands for, through imports. */
  symbolOf(node: ts.Node): ts.Symbol | undefined {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? this.checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.checker.getSymbolAtLocation(node);
    return symbol && symbol.flags & ts.SymbolFlags.Alias
      ? this.checker.getAliasedSymbol(symbol)
      : symbol;
  }

  /** Calls of a function by its name. */
  callsOf(called: ts.SignatureDeclaration): ts.CallExpression[] {
    this.calls ??= this.everyCall();
    const owner = ts.isVariableDeclaration(called.parent) ? called.parent : called;
    const name = (owner as ts.NamedDeclaration).name?.getText();
    if (!name) return [];
    return (this.calls.get(name) ?? []).filter(
      ({ expression }) => this.symbolOf(nameIn(expression))?.valueDeclaration === owner,
    );
  }

  private everyCall(): Map<string, ts.CallExpression[]> {
    const calls = new Map<string, ts.CallExpression[]>();
    for (const source of this.sources()) {
      forEachNode(source, (node) => {
        if (!ts.isCallExpression(node)) return;
        const name = nameIn(node.expression).getText();
        calls.set(name, [...(calls.get(name) ?? []), node]);
      });
    }
    return calls;
  }

  /** The values a type has when they are few: texts and numbers by name, and yes and no. */
  literalsOf(node: ts.Node): (string | number | boolean | undefined | null)[] | undefined {
    const type = this.checker.getTypeAtLocation(node);
    const members = membersOf(this.checker.getBaseConstraintOfType(type) ?? type);
    if (members.length > MOST_LITERALS) return undefined;
    const values = members.map((member) => {
      if (member.isStringLiteral() || member.isNumberLiteral()) return member.value;
      if (member.flags & ts.TypeFlags.BooleanLiteral)
        return this.checker.typeToString(member) === 'true';
      if (member.flags & ts.TypeFlags.Undefined) return undefined;
      return member.flags & ts.TypeFlags.Null ? null : NaN;
    });
    const empty = values.every((value) => value === undefined || value === null);
    return empty || values.some(Number.isNaN) ? undefined : values;
  }

  /** The types of a tuple's elements; nothing for a list of any length. */
  elementsOf(node: ts.Node): readonly ts.Type[] | undefined {
    const type = this.checker.getTypeAtLocation(node);
    if (!this.checker.isTupleType(type)) return undefined;
    const { target } = type as ts.TupleTypeReference;
    const isFixed = target.elementFlags.every((flag) => flag === ts.ElementFlags.Required);
    return isFixed ? this.checker.getTypeArguments(type as ts.TypeReference) : undefined;
  }
}

/** A union's members; of any other type itself. */
export const membersOf = (type: ts.Type): ts.Type[] => (type.isUnion() ? type.types : [type]);

const nameIn = (expression: ts.Expression): ts.Node =>
  ts.isPropertyAccessExpression(expression) ? expression.name : expression;

export function forEachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => forEachNode(child, visit));
}

/** `src/tasks/urges.ts:40` and column, for questions and messages. */
export function placeOf(node: ts.Node): string {
  const source = node.getSourceFile();
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart());
  return `${source.fileName}:${line + 1}:${character + 1}`;
}
