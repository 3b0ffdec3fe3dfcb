/** Holds a statement's parameters and rows against what the database says of it. */
import ts from 'typescript';
import { Refused, type Described } from './describe.js';
import type { Code, Finding } from './findings.js';
import { mayBeNull, RowTypes, shapeOf, type Objection } from './row-types.js';
import type { Schema } from './schema.js';
import type { Query, Statement } from './statements.js';

export class Check {
  readonly types: RowTypes;

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly schema: Schema,
    private readonly describe: (sql: string) => Promise<Described>,
  ) {
    this.types = new RowTypes(checker);
  }

  /** What is wrong with one variant of a statement. */
  async statement(query: Query, statement: Statement): Promise<Omit<Finding, 'place'>[]> {
    let described: Described;
    try {
      described = await this.describe(statement.sql);
    } catch (error) {
      if (error instanceof Refused) return [{ code: 'refused', about: error.message }];
      throw error;
    }
    const { parameters } = statement;
    const types = parameters.map(({ type }) => type?.());
    const reading = described.read({
      nullable: (number) => isOr(types[number - 1], mayBeNull),
      elementNullable: (number) => isOr(types[number - 1], (type) => this.mayHoldNull(type)),
      fieldNullable: (number, field) =>
        this.fieldMayBeNull(parameters[number - 1]?.json?.(), field),
    });
    const written = reading.nullsWritten.map(({ parameter, column }) => ({
      code: 'parameter-null' as const,
      about: `$${parameter} → ${column}`,
    }));
    return [
      ...this.parameters(types, described),
      ...written,
      ...this.rows(query, described.command, reading.columns),
    ];
  }

  private mayHoldNull(type: ts.Type): boolean {
    const element = this.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return element !== undefined && mayBeNull(element);
  }

  private fieldMayBeNull(list: ts.Type | undefined, field: string): boolean {
    const element = list && this.checker.getIndexTypeOfType(list, ts.IndexKind.Number);
    const property = element && this.checker.getPropertyOfType(element, field);
    return !property || mayBeNull(this.checker.getTypeOfSymbol(property));
  }

  private parameters(given: (ts.Type | undefined)[], { parameters }: Described) {
    if (given.length !== parameters.length) {
      const about = `语句要 ${parameters.length} 个，给了 ${given.length} 个`;
      return [{ code: 'parameter-count' as const, about }];
    }
    return parameters.flatMap((id, index) => {
      const type = given[index];
      const wanted = this.schema.type(id);
      const objection = type && this.types.parameterObjection(type, wanted, this.schema);
      if (!objection) return [];
      const told = this.checker.typeToString(type);
      return [{ code: 'parameter-type' as const, about: `$${index + 1} ${wanted.name} ← ${told}` }];
    });
  }

  private rows(
    { result, counts }: Query,
    command: string,
    columns: ReturnType<Described['read']>['columns'],
  ): Omit<Finding, 'place'>[] {
    if (!result || result.flags & ts.TypeFlags.Unknown) return [];
    if (result.flags & ts.TypeFlags.Any) return [{ code: 'rows-untyped', about: command }];
    const counted = counts && (command === 'UPDATE' || command === 'DELETE');
    const rows = counted ? this.first(result) : result;
    const each = rows && this.elements(rows);
    if (!each) return [{ code: 'result-shape', about: this.checker.typeToString(result) }];
    return each.flatMap((row) => this.row(row, columns));
  }

  /** The rows of `[rows, count]`. */
  private first(result: ts.Type): ts.Type | undefined {
    const elements = this.checker.isTupleType(result) ? this.elements(result) : undefined;
    return elements?.length === 2 && elements[1]!.flags & ts.TypeFlags.Number
      ? elements[0]
      : undefined;
  }

  private elements(type: ts.Type): readonly ts.Type[] | undefined {
    if (!this.checker.isArrayType(type) && !this.checker.isTupleType(type)) return undefined;
    return this.checker.getTypeArguments(type as ts.TypeReference);
  }

  private row(row: ts.Type, columns: ReturnType<Described['read']>['columns']) {
    if (row.flags & ts.TypeFlags.Unknown) return [];
    if (row.flags & ts.TypeFlags.Any) return [{ code: 'rows-untyped' as const, about: 'any' }];
    const index = this.checker.getIndexTypeOfType(row, ts.IndexKind.String);
    const properties = new Map(
      this.checker.getPropertiesOfType(row).map((property) => [property.name, property]),
    );
    const names = columns.map(({ name }) => name);
    const findings: Omit<Finding, 'place'>[] = names
      .filter((name, at) => names.indexOf(name) !== at)
      .map((name) => ({ code: 'column-twice', about: name }));
    for (const [name, property] of properties) {
      const optional = property.flags & ts.SymbolFlags.Optional;
      if (!optional && !names.includes(name))
        findings.push({ code: 'column-missing', about: name });
    }
    for (const { name, type: id, meaning } of columns) {
      const property = properties.get(name);
      const declared = property ? this.checker.getTypeOfSymbol(property) : index;
      if (!declared) {
        findings.push({ code: 'column-undeclared', about: name });
        continue;
      }
      const objection = this.types.objection(declared, shapeOf(id, this.schema), meaning);
      if (!objection) continue;
      const told = this.checker.typeToString(declared);
      const given =
        'given' in objection ? objection.given : 'value' in objection ? objection.value : '';
      const about = `${name}: ${told}${given && ` ← ${given} (${this.schema.type(id).name})`}`;
      findings.push({ code: CODES[objection.code], about });
    }
    return findings;
  }
}

const CODES: Record<Objection['code'], Code> = {
  'type-differs': 'column-type',
  'may-be-null': 'column-null',
  'value-undeclared': 'column-value',
  any: 'rows-untyped',
};

/** Of what is not known, the worst is not believed: a value of an example is there. */
const isOr = (type: ts.Type | undefined, is: (type: ts.Type) => boolean) =>
  type !== undefined && is(type);
