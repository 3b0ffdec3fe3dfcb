/**
 * What a column of a statement may hold: whether it can be null, and which texts it can be, where the
 * analysed statement says so. In doubt a column can be null and can be any text; only the elements of
 * lists, in arrays and in JSON, are taken to be there.
 */
import { certainFrom, certainWhen, IS_NOT_NULL, IS_NULL, nameOf } from './certain.js';
import { isNode, nodesOf, textOf, type Tree, type TreeNode } from './node-tree.js';
import type { Schema } from './schema.js';

export interface Meaning {
  nullable: boolean;
  /** The only texts it can be. */
  texts?: readonly string[];
}

/** Whether a parameter, or an element of one that is an array, may be null. */
export interface Parameters {
  nullable(number: number): boolean;
  elementNullable(number: number): boolean;
  /** A field of the objects in a list that is given as JSON. */
  fieldNullable(number: number, field: string): boolean;
}

/** A query and those it stands in. */
interface Scope {
  query: TreeNode;
  outer?: Scope;
  /** Columns and expressions of which a condition says that they are not null. */
  certain: Set<string>;
  /** Columns are looked at as they were before the statement wrote them. */
  before?: true;
}

const DO_NOTHING = '1';
const NEVER_NULL: Meaning = { nullable: false };
const ANYTHING: Meaning = { nullable: true };

/** Functions and operators that give null though none of their arguments is. */
const NULL_FROM_VALUES = new Set(
  `substring regexp_match regexp_substr array_length array_upper array_lower array_ndims
   jsonb_object_field jsonb_object_field_text jsonb_array_element jsonb_array_element_text
   jsonb_extract_path jsonb_extract_path_text json_object_field json_object_field_text
   json_array_element json_array_element_text json_extract_path json_extract_path_text
   jsonb_path_query_first to_regclass current_setting array_position lag lead first_value
   last_value nth_value unnest jsonb_to_recordset jsonb_to_record`.split(/\s+/),
);
/** Functions that take null and give a value. */
const VALUE_FROM_NULL = new Set(
  `concat concat_ws format jsonb_build_object jsonb_build_array json_build_object json_build_array
   num_nulls num_nonnulls gen_random_uuid now to_jsonb row_number rank dense_rank ntile
   percent_rank cume_dist pg_notify set_config array_append array_prepend array_cat array_remove
   pg_advisory_lock`.split(/\s+/),
);
/** Aggregates of one row or more that give a value even if all they see is null. */
const COLLECTING = new Set(['array_agg', 'jsonb_agg', 'json_agg', 'jsonb_object_agg']);

/** What the columns of an analysed statement (`{QUERY …}`) may hold. */
export class Meanings {
  private readonly open = new Set<string>();

  constructor(
    private readonly schema: Schema,
    private readonly parameters: Parameters,
  ) {}

  /** The columns a statement gives, in order. */
  columns(query: TreeNode): { name: string; meaning: Meaning }[] {
    const scope = this.scope(query);
    return outputs(query).map((entry, index) => ({
      name: String(entry.resname),
      meaning: this.output(scope, entry, index),
    }));
  }

  /**
   * Parameters that a statement writes into columns, with the column's name.
   * @returns those that may be null while the column must not
   */
  nullsWritten(query: TreeNode): { parameter: number; column: string }[] {
    return everyQuery(query).flatMap((one) => {
      const target = Number(one.resultRelation);
      if (!target) return [];
      const relation = String(nodesOf(one.rtable)[target - 1]?.relid);
      const conflict = isNode(one.onConflict) ? nodesOf(one.onConflict.onConflictSet) : [];
      return [...nodesOf(one.targetList), ...conflict].flatMap((entry) => {
        const column = this.schema.column(relation, Number(entry.resno));
        const source = isNode(entry.expr, 'PARAM') ? Number(entry.expr.paramid) : 0;
        if (!source || !column?.notNull || !this.parameters.nullable(source)) return [];
        return [{ parameter: source, column: column.name }];
      });
    });
  }

  private scope(query: TreeNode, outer?: Scope): Scope {
    const scope: Scope = { query, outer, certain: new Set() };
    certainFrom(query.jointree, scope.certain, this.schema);
    return scope;
  }

  private output(scope: Scope, entry: TreeNode, index: number): Meaning {
    const { query } = scope;
    if (!isNode(query.setOperations)) return this.of(entry.expr, scope);
    const arms = leavesOf(query.setOperations).map((at) => nodesOf(query.rtable)[at - 1]!);
    return either(
      arms.map((arm) => {
        const inner = this.scope(arm.subquery as TreeNode, scope);
        return this.output(inner, outputs(inner.query)[index]!, index);
      }),
    );
  }

  private of(tree: Tree | undefined, scope: Scope): Meaning {
    if (!isNode(tree)) return ANYTHING;
    const all = (field: Tree | undefined) => nodesOf(field).map((arg) => this.of(arg, scope));
    switch (tree.node) {
      case 'VAR':
        return this.column(tree, scope);
      case 'CONST': {
        const text = textOf(tree);
        if (tree.constisnull === 'true') return { nullable: true, texts: [] };
        return { nullable: false, ...(text !== undefined && { texts: [text] }) };
      }
      case 'PARAM': {
        const known = scope.certain.has(nameOf(tree));
        return { nullable: !known && this.parameters.nullable(Number(tree.paramid)) };
      }
      case 'NAMEDARGEXPR':
      case 'RELABELTYPE':
      case 'COLLATEEXPR':
      case 'COERCETODOMAIN':
        return this.of(tree.arg, scope);
      case 'COERCEVIAIO':
      case 'ARRAYCOERCEEXPR':
        return { nullable: this.of(tree.arg, scope).nullable };
      case 'FUNCEXPR':
      case 'OPEXPR':
        if (scope.certain.has(nameOf(tree))) return NEVER_NULL;
        return this.call(String(tree.funcid ?? tree.opfuncid), all(tree.args));
      case 'SCALARARRAYOPEXPR':
        return { nullable: all(tree.args).some(({ nullable }) => nullable) };
      case 'BOOLEXPR':
        return this.boolean(tree, scope);
      case 'CASEEXPR':
        return this.cases(tree, scope);
      case 'COALESCEEXPR': {
        const args = all(tree.args);
        return { ...either(args), nullable: args.every(({ nullable }) => nullable) };
      }
      case 'MINMAXEXPR':
        return { nullable: all(tree.args).every(({ nullable }) => nullable) };
      case 'AGGREF':
        return this.aggregate(tree, scope);
      case 'WINDOWFUNC': {
        const name = this.schema.procedure(String(tree.winfnoid))?.name ?? '';
        return { nullable: name !== 'count' && !VALUE_FROM_NULL.has(name) };
      }
      case 'SUBLINK':
        return this.sublink(tree, scope);
      case 'NULLTEST':
      case 'BOOLEANTEST':
      case 'DISTINCTEXPR':
      case 'ARRAYEXPR':
      case 'ROWEXPR':
      case 'SQLVALUEFUNCTION':
      case 'GROUPINGFUNC':
        return NEVER_NULL;
      default:
        return ANYTHING;
    }
  }

  /** `x IS NULL OR f(x)` and `x IS NOT NULL AND f(x)` are true or false, whatever x is. */
  private boolean(tree: TreeNode, scope: Scope): Meaning {
    const args = nodesOf(tree.args);
    const deciding = tree.boolop === 'or' ? IS_NULL : IS_NOT_NULL;
    const certain = new Set(scope.certain);
    for (const arg of args)
      if (isNode(arg, 'NULLTEST') && arg.nulltesttype === deciding)
        certainWhen(arg.arg, certain, this.schema);
    const inside = { ...scope, certain };
    return { nullable: args.some((arg) => this.of(arg, inside).nullable) };
  }

  /** A result is given only where its condition holds and none before it did. */
  private cases(tree: TreeNode, scope: Scope): Meaning {
    const passed = new Set(scope.certain);
    const results = nodesOf(tree.args).map(({ expr, result }) => {
      const certain = new Set(passed);
      certainWhen(expr, certain, this.schema);
      if (isNode(expr, 'NULLTEST') && expr.nulltesttype === IS_NULL)
        certainWhen(expr.arg, passed, this.schema);
      return this.of(result, { ...scope, certain });
    });
    return either([...results, this.of(tree.defresult, { ...scope, certain: passed })]);
  }

  private column(variable: TreeNode, from: Scope): Meaning {
    let scope = from;
    for (let up = Number(variable.varlevelsup); up > 0; up--) scope = scope.outer!;
    const [varno, attribute] = [Number(variable.varno), Number(variable.varattno)];
    const found = this.source(varno, attribute, scope);
    const nulled = (variable.varnullingrels as Tree[]).length > 0;
    const certain = scope.certain.has(nameOf(variable));
    return { ...found, nullable: !certain && (nulled || found.nullable) };
  }

  private source(varno: number, attribute: number, scope: Scope): Meaning {
    const entry = nodesOf(scope.query.rtable)[varno - 1];
    if (!entry || attribute <= 0) return { nullable: !entry };
    switch (entry.rtekind) {
      case '0':
        return this.stored(entry, varno, attribute, scope);
      case '1':
        return this.inner(entry.subquery, attribute, scope);
      case '2':
        return this.of(nodesOf(entry.joinaliasvars)[attribute - 1], scope);
      case '3':
        return this.fromFunction(entry, attribute, scope);
      case '5':
        return either(
          (entry.values_lists as Tree[]).map((row) => this.of(nodesOf(row)[attribute - 1], scope)),
        );
      case '6': {
        let at: Scope | undefined = scope;
        for (let up = Number(entry.ctelevelsup); up > 0; up--) at = at?.outer;
        const cte = nodesOf(at?.query.cteList).find(({ ctename }) => ctename === entry.ctename);
        return this.inner(cte?.ctequery, attribute, at!);
      }
      case '9':
        return this.of(nodesOf(entry.groupexprs)[attribute - 1], scope);
      default:
        return ANYTHING;
    }
  }

  /** A table's column; one that the statement itself has just written holds what was written. */
  private stored(entry: TreeNode, varno: number, attribute: number, scope: Scope): Meaning {
    const view = this.schema.view(String(entry.relid));
    if (view) return this.inner(view, attribute, scope);
    const column = this.schema.column(String(entry.relid), attribute);
    const meaning: Meaning = { nullable: !column?.notNull, texts: column?.texts };
    const { query } = scope;
    if (scope.before || Number(query.resultRelation) !== varno) return meaning;
    // A row that was there already may be handed out as it is.
    if (isNode(query.onConflict) && query.onConflict.action !== DO_NOTHING) return meaning;
    const written = nodesOf(query.targetList).find(({ resno }) => Number(resno) === attribute);
    if (!written) return meaning;
    const { nullable, texts } = this.of(written.expr, { ...scope, before: true });
    return { texts: texts ?? meaning.texts, nullable: meaning.nullable && nullable };
  }

  private inner(query: Tree | undefined, attribute: number, outer: Scope): Meaning {
    if (!isNode(query)) return ANYTHING;
    // A recursive query is what it is without its recursion.
    const key = `${String(query.stmt_location)}/${JSON.stringify(query).length}/${attribute}`;
    if (this.open.has(key)) return { nullable: false, texts: [] };
    this.open.add(key);
    const entry = outputs(query)[attribute - 1];
    const meaning = entry ? this.output(this.scope(query, outer), entry, attribute - 1) : ANYTHING;
    this.open.delete(key);
    return meaning;
  }

  private fromFunction(entry: TreeNode, attribute: number, scope: Scope): Meaning {
    const given = nodesOf(entry.functions);
    const width = given.reduce((sum, { funccolcount }) => sum + Number(funccolcount), 0);
    // WITH ORDINALITY: the number of the row.
    if (attribute > width) return NEVER_NULL;
    const functions = given.map(({ funcexpr }) => funcexpr);
    const called = functions.length === 1 ? functions[0] : functions[attribute - 1];
    if (!isNode(called, 'FUNCEXPR')) return ANYTHING;
    const { name } = this.schema.procedure(String(called.funcid)) ?? { name: '' };
    const [first] = nodesOf(called.args);
    if (name === 'unnest') {
      if (isNode(first, 'PARAM'))
        return { nullable: this.parameters.elementNullable(Number(first.paramid)) };
      return { nullable: !isNode(first, 'VAR') && !isNode(first, 'ARRAYEXPR') };
    }
    if (name === 'jsonb_to_recordset' && isNode(first, 'PARAM') && isNode(entry.eref)) {
      const field = String((entry.eref.colnames as Tree[])[attribute - 1]);
      return { nullable: this.parameters.fieldNullable(Number(first.paramid), field) };
    }
    if (name === 'generate_series') return NEVER_NULL;
    if (/^jsonb?_(array_elements|array_elements_text|object_keys|each)$/.test(name))
      return NEVER_NULL;
    if (/^jsonb?_each_text$/.test(name)) return { nullable: attribute === 2 };
    return first && attribute === 1 && functions.length === 1 ? this.of(called, scope) : ANYTHING;
  }

  private call(id: string, args: Meaning[]): Meaning {
    const procedure = this.schema.procedure(id);
    if (!procedure?.builtIn || NULL_FROM_VALUES.has(procedure.name)) return ANYTHING;
    if (!procedure.strict) return { nullable: !VALUE_FROM_NULL.has(procedure.name) };
    return { nullable: args.some(({ nullable }) => nullable) };
  }

  private aggregate(aggregate: TreeNode, scope: Scope): Meaning {
    const name = this.schema.procedure(String(aggregate.aggfnoid))?.name ?? '';
    if (name === 'count') return NEVER_NULL;
    // Without groups there may be no row at all, with a filter none that passes it.
    if (nodesOf(scope.query.groupClause).length === 0 || isNode(aggregate.aggfilter))
      return ANYTHING;
    if (COLLECTING.has(name)) return NEVER_NULL;
    const args = nodesOf(aggregate.args).map(({ expr }) => this.of(expr, scope));
    return { nullable: args.some(({ nullable }) => nullable) };
  }

  private sublink(link: TreeNode, scope: Scope): Meaning {
    const [EXISTS, , ANY, , EXPRESSION, , ARRAY] = ['0', '1', '2', '3', '4', '5', '6'];
    const query = link.subselect as TreeNode;
    const kind = String(link.subLinkType);
    if (kind === EXISTS || kind === ARRAY) return NEVER_NULL;
    if (kind === ANY) {
      const given = this.inner(query, 1, scope).nullable;
      const asked = isNode(link.testexpr) && nodesOf(link.testexpr.args)[0];
      return { nullable: given || this.of(asked || null, scope).nullable };
    }
    if (kind !== EXPRESSION) return ANYTHING;
    // Without groups an aggregate gives exactly one row.
    const oneRow =
      query.hasAggs === 'true' && nodesOf(query.groupClause).length === 0 && !query.havingQual;
    const meaning = this.inner(query, 1, scope);
    return oneRow ? meaning : { ...meaning, nullable: true };
  }
}

/** What a query hands out: its rows, or those of RETURNING. */
function outputs(query: TreeNode): TreeNode[] {
  const SELECT = '1';
  const list = query.commandType === SELECT ? query.targetList : query.returningList;
  return nodesOf(list).filter(({ resjunk }) => resjunk !== 'true');
}

function leavesOf(operation: TreeNode): number[] {
  if (operation.node === 'RANGETBLREF') return [Number(operation.rtindex)];
  return [operation.larg, operation.rarg].flatMap((arm) => (isNode(arm) ? leavesOf(arm) : []));
}

/** The query and those in its WITH, which write too. */
function everyQuery(query: TreeNode): TreeNode[] {
  const inner = nodesOf(query.cteList).flatMap(({ ctequery }) =>
    isNode(ctequery) ? everyQuery(ctequery) : [],
  );
  return [query, ...inner];
}

function either(meanings: Meaning[]): Meaning {
  const nullable = meanings.some((meaning) => meaning.nullable);
  const known = meanings.every(({ texts }) => texts !== undefined);
  if (!known) return { nullable };
  return { nullable, texts: [...new Set(meanings.flatMap(({ texts }) => texts ?? []))] };
}
