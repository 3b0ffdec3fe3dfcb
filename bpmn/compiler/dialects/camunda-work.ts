/** What Camunda 7 and its kin let a service, send, script or business rule task do. */
import {
  own,
  type Attributes,
  type ForeignReader,
  type MappingText,
  type Refusal,
} from '../attributes.js';
import { adapterFor, type ForeignWork, type WorkKind } from '../foreign-work.js';
import { hasJuel, JuelError, translateJuel } from '../translation/index.js';
import { is, type BpmnNode } from '../moddle.js';
import { parameters } from './camunda-mappings.js';
import { CAMUNDA } from './namespaces.js';

type Attribute = (name: string) => string | undefined;

export function camundaWork(
  node: BpmnNode,
  foreign: ForeignReader,
  attribute: Attribute,
): Attributes {
  const mapped = parameters(node, foreign);
  const resultVariable = attribute('resultVariable') ?? attribute('resultVariableName');
  if (is(node, 'ScriptTask')) return scripted(attribute, mapped, resultVariable);
  const decision = attribute('decisionRef');
  if (decision !== undefined) return decided(decision, attribute, mapped, resultVariable);
  const value = evaluated(attribute('expression'));
  const adapter = value === undefined ? adapterIn(node, foreign, attribute) : undefined;
  const source = value ?? (adapter !== undefined && answerOf(node));
  const result: MappingText[] =
    resultVariable && source
      ? [{ target: resultVariable, source: value === undefined ? `=${source}` : value }]
      : [];
  return {
    ...mapped,
    adapter,
    ...((result.length > 0 || mapped.outputs) && {
      outputs: [...result, ...(mapped.outputs ?? [])],
    }),
  };
}

/** What an adapter answers is a variable by the task's id, where FEEL can name it. */
const answerOf = ({ id }: BpmnNode): string | undefined =>
  id !== undefined && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(id) ? id : undefined;

function scripted(
  attribute: Attribute,
  mapped: Attributes,
  resultVariable: string | undefined,
): Attributes {
  const resource = attribute('resource');
  const refusal: Refusal[] =
    resource === undefined
      ? []
      : [{ attribute: 'resource', text: resource, advice: '外部脚本文件不能读取，请改写为 FEEL' }];
  return {
    ...mapped,
    resultVariable,
    unsupported: [...(mapped.unsupported ?? []), ...refusal],
  };
}

function decided(
  decision: string,
  attribute: Attribute,
  mapped: Attributes,
  resultVariable: string | undefined,
): Attributes {
  return {
    ...mapped,
    resultVariable,
    decision,
    decisionResult: attribute('mapDecisionResult'),
  };
}

/** An expression that is no more than a value needs no adapter: it is evaluated as an output. */
export function evaluated(expression: string | undefined): string | undefined {
  if (expression === undefined || !hasJuel(expression)) return undefined;
  try {
    translateJuel(expression);
    return expression;
  } catch (error) {
    if (error instanceof JuelError) return undefined;
    throw error;
  }
}

const KINDS: readonly WorkKind[] = ['topic', 'class', 'delegateExpression', 'expression'];

function adapterIn(
  node: BpmnNode,
  foreign: ForeignReader,
  attribute: Attribute,
): string | undefined {
  const work = KINDS.map((kind): Partial<ForeignWork> => ({ kind, name: attribute(kind) })).find(
    (one): one is ForeignWork => one.name !== undefined,
  );
  if (work) return adapterFor(work);
  const connector = foreign.extensions(node, CAMUNDA, 'connector')[0];
  const id = connector && foreign.inside(connector, CAMUNDA, 'connectorId')[0]?.$body?.trim();
  if (id) return adapterFor({ kind: 'connector', name: id });
  const type = attribute('type') ?? (connector && own(connector, 'type'));
  return type && type !== 'external' ? adapterFor({ kind: 'type', name: type }) : undefined;
}
