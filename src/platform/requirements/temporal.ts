/**
 * What a case needs of Temporal. A workflow that starts with a search attribute the server does not know
 * is refused, and its applicant waits at 202 for ever: so missing attributes are registered. A missing
 * namespace is named instead of made: a slip in its name would open an empty one beside all open cases.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { OperatorService, WorkflowService } from '@temporalio/client';
import type { SearchAttributeType } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import { Unfit } from './unfit.js';

/** Both kinds of connection have them: a client's and a worker's. */
export interface TemporalServices {
  workflowService: WorkflowService;
  operatorService: OperatorService;
}

export interface Attribute {
  name: string;
  type: SearchAttributeType;
}

/** The protocol's numbers (temporal.api.enums.v1.IndexedValueType). */
type Indexed = temporal.api.enums.v1.IndexedValueType;
const INDEXED: Record<SearchAttributeType, Indexed> = {
  TEXT: 1,
  KEYWORD: 2,
  INT: 3,
  DOUBLE: 4,
  BOOL: 5,
  DATETIME: 6,
  KEYWORD_LIST: 7,
};

/** How long the server may take to learn of an attribute, and how often it is asked; ms. */
const KNOWN_WITHIN = 15_000;
const ASK_EVERY = 200;
/** gRPC's numbers. */
const NOT_FOUND = 5;

/**
 * Registers the attributes that the namespace lacks.
 * @throws Unfit when the namespace is missing, an attribute is of another type or may not be registered
 * @throws the connection's error when Temporal cannot be reached
 */
export async function requireTemporal(
  services: TemporalServices,
  namespace: string,
  attributes: readonly Attribute[],
): Promise<void> {
  await requireNamespace(services, namespace);
  const missing = await missingOf(services, namespace, attributes);
  if (missing.length === 0) return;
  await register(services, namespace, missing);
  const deadline = Date.now() + KNOWN_WITHIN;
  while ((await missingOf(services, namespace, missing)).length > 0) {
    if (Date.now() > deadline) throw unregistered(namespace, missing, '登记后仍查不到');
    await pause(ASK_EVERY);
  }
}

async function requireNamespace(
  { workflowService }: TemporalServices,
  namespace: string,
): Promise<void> {
  try {
    await workflowService.describeNamespace({ namespace });
  } catch (error) {
    if (codeOf(error) !== NOT_FOUND) throw error;
    throw new Unfit(
      `Temporal 没有命名空间 ${namespace}：请核对 TEMPORAL_NAMESPACE，确为新装时先运行 ` +
        `temporal operator namespace create --retention 30d --namespace ${namespace}。`,
    );
  }
}

async function missingOf(
  { operatorService }: TemporalServices,
  namespace: string,
  attributes: readonly Attribute[],
): Promise<Attribute[]> {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  for (const { name, type } of attributes) {
    const known = customAttributes[name];
    if (known === undefined || known === INDEXED[type]) continue;
    throw new Unfit(
      `Temporal 命名空间 ${namespace} 的检索属性 ${name} 是 ${typeOf(known)}，` +
        `应为 ${type}：请换一个命名空间，或删除该属性后重新启动。`,
    );
  }
  return attributes.filter(({ name }) => !(name in customAttributes));
}

async function register(
  { operatorService }: TemporalServices,
  namespace: string,
  missing: readonly Attribute[],
): Promise<void> {
  const searchAttributes = Object.fromEntries(
    missing.map(({ name, type }) => [name, INDEXED[type]]),
  );
  await operatorService
    .addSearchAttributes({ namespace, searchAttributes })
    .catch((error: Error) => {
      throw unregistered(namespace, missing, error.message);
    });
}

function unregistered(namespace: string, missing: readonly Attribute[], why: string): Unfit {
  const options = missing.map(({ name, type }) => `--name ${name} --type ${pascal(type)}`);
  return new Unfit(
    `Temporal 命名空间 ${namespace} 缺少检索属性 ${missing.map(({ name }) => name).join('、')}，` +
      `未能自动登记（${why}）：请由管理员运行 ` +
      `temporal operator search-attribute create --namespace ${namespace} ${options.join(' ')}。`,
  );
}

const typeOf = (wanted: Indexed): string =>
  Object.entries(INDEXED).find(([, number]) => number === wanted)?.[0] ?? String(wanted);

/** As the command line writes it: `KEYWORD_LIST` → `KeywordList`. */
const pascal = (type: string): string =>
  type
    .split('_')
    .map((word) => word[0]! + word.slice(1).toLowerCase())
    .join('');

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;
