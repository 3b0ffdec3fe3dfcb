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
  /** Of a function: the type of its values. */
  result?: TypeName;
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
  | 'UNIQUE'
  | 'ANY'
  | 'FIRST'
  | 'PRIORITY'
  | 'RULE ORDER'
  | 'OUTPUT ORDER'
  | 'COLLECT';
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

/** `if` in a box: only true is true. */
export interface ConditionalExpression {
  kind: 'conditional';
  condition: Expression;
  then: Expression;
  otherwise: Expression;
}

/** The elements of a list that meet a condition, which sees each as `item`. */
export interface FilterExpression {
  kind: 'filter';
  over: Expression;
  match: Expression;
}

/** `for`, `some` and `every` in a box. */
export interface IteratorExpression {
  kind: 'iterator';
  iterator: 'for' | 'some' | 'every';
  variable: string;
  over: Expression;
  body: Expression;
}

export type Expression =
  | Literal
  | ConditionalExpression
  | FilterExpression
  | IteratorExpression
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

/** Decisions that are called as one function. */
export interface DecisionService {
  id: string;
  name: string;
  type?: TypeName;
  /** Ids of the decisions whose values it gives; of several, as a context by their names. */
  outputs: string[];
  /** Ids of what it is called with: input data first, then decisions that are not made. */
  inputs: string[];
  inputDecisions: string[];
}

/**
 * What came from another file has an id that begins with the name of the import (`other.id`), and
 * is seen by those who are not within that import by a path (`other.Name`).
 */
export interface Imported {
  /** Names of the imports it lies within, parted by points. */
  within?: string;
}

export interface DecisionModel {
  format: 1;
  id: string;
  name?: string;
  types: Record<TypeName, ItemType>;
  inputs: Record<string, InputData & Imported>;
  decisions: Record<string, Decision & Imported>;
  knowledge: Record<string, KnowledgeModel & Imported>;
  services?: Record<string, DecisionService & Imported>;
}
