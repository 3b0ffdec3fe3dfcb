/**
 * The decisions of one DMN file: plain JSON, made by `readDecisions` from XML, run by
 * `evaluateDecision`. It is content-addressed (`hashDecisions`): nothing in it depends on when or
 * where it was read. References are ids; names are what FEEL expressions see.
 */

/** Name of a FEEL type (`number`, `date`, …) or of one of the file's own types. */
export type TypeName = string;

/** A type of the file's own: a base with allowed values, a list of it, or a structure. */
export interface ItemType {
  base?: TypeName;
  collection?: true;
  /** Unary tests a value must pass, one each, in the file's order (it ranks them). */
  allowed?: string[];
  components?: Record<string, ItemType>;
}

/** What expressions may name. */
export interface Named {
  id: string;
  /** What people and FEEL call it. */
  name: string;
  /**
   * Other names under which expressions see it: its variable's, and of a decision table the names of
   * its outputs, by which Camunda 7 knows a required decision.
   */
  aliases?: string[];
  type?: TypeName;
}

export type InputData = Named;

export interface Literal {
  kind: 'literal';
  feel: string;
  type?: TypeName;
}

export type HitPolicy =
  'UNIQUE' | 'ANY' | 'FIRST' | 'PRIORITY' | 'RULE ORDER' | 'OUTPUT ORDER' | 'COLLECT';
export type Aggregation = 'SUM' | 'COUNT' | 'MIN' | 'MAX';

export interface TableInput {
  id?: string;
  label?: string;
  feel: string;
  type?: TypeName;
  allowed?: string[];
}

export interface TableOutput {
  id?: string;
  label?: string;
  /** Key in the resulting context; with one output, of no effect. */
  name: string;
  type?: TypeName;
  /** Allowed values, best first: `PRIORITY` and `OUTPUT ORDER` rank by them. */
  allowed?: string[];
  /** FEEL; the value when no rule matches. */
  default?: string;
}

export interface Rule {
  id?: string;
  /** One unary test for each input; `-` matches everything. */
  tests: string[];
  /** One FEEL expression for each output; empty = null. */
  outputs: string[];
}

export interface DecisionTable {
  kind: 'table';
  hitPolicy: HitPolicy;
  /** Only with `COLLECT`, and with one output only. */
  aggregation?: Aggregation;
  inputs: TableInput[];
  outputs: TableOutput[];
  rules: Rule[];
  type?: TypeName;
}

export interface ContextExpression {
  kind: 'context';
  /** In order; each sees those before it. */
  entries: { name: string; type?: TypeName; value: Expression }[];
  /** The entry without a name: the value of the whole. */
  result?: Expression;
}

export interface ListExpression {
  kind: 'list';
  items: Expression[];
}

/** A table of values: a list of contexts. */
export interface RelationExpression {
  kind: 'relation';
  columns: string[];
  rows: Expression[][];
}

export interface Invocation {
  kind: 'invocation';
  /** FEEL that yields the function: usually a business knowledge model's name. */
  called: string;
  bindings: { parameter: string; value: Expression }[];
}

export interface FunctionExpression {
  kind: 'function';
  parameters: { name: string; type?: TypeName }[];
  body: Expression;
}

export type Expression =
  | Literal
  | DecisionTable
  | ContextExpression
  | ListExpression
  | RelationExpression
  | Invocation
  | FunctionExpression;

export interface Decision extends Named {
  /** Ids of required input data, decisions and knowledge models, in the file's order. */
  inputs: string[];
  decisions: string[];
  knowledge: string[];
  logic: Expression;
}

/** A function that decisions call by its name. */
export interface KnowledgeModel extends Named {
  knowledge: string[];
  logic: FunctionExpression;
}

export interface DecisionModel {
  format: 1;
  id: string;
  name?: string;
  types: Record<TypeName, ItemType>;
  inputs: Record<string, InputData>;
  decisions: Record<string, Decision>;
  knowledge: Record<string, KnowledgeModel>;
}
