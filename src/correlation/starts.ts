/**
 * Cases that a message or a signal opens: an item whose published process begins with it. Who applies
 * and where stands in the event's variables (`applicant`, `region`, `form`); what a case throws opens
 * the next one for the same applicant in the same region.
 */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Json, Variables } from '../../bpmn/engine/index.js';
import { insertCommand, openCase } from '../cases/index.js';
import { DomainError, unprocessable } from '../platform/errors.js';

type Kind = 'message' | 'signal';

export interface StartingEvent {
  kind: Kind;
  name: string;
  variables: Variables;
  /** The case that threw it; null = it came from outside. */
  thrower: string | null;
}

/** Where a start names its message or signal in the compiled model. */
const PATHS: Record<Kind, string> = {
  message: `$.body.elements.* ? (
    (@.type == "startEvent" && (@.definition.message.name.value == $name
                             || @.definition.parts[*].message.name.value == $name))
    || (@.type == "receiveTask" && @.instantiate == true && @.message.name.value == $name))`,
  signal: `$.body.elements.* ? (
    @.type == "startEvent" && ((@.definition.type == "signal" && @.definition.name.value == $name)
      || @.definition.parts[*] ? (@.type == "signal").name.value == $name))`,
};

/** Items whose process, as it is published now, begins with such an event. */
export async function itemsStartedBy(
  manager: EntityManager,
  kind: Kind,
  name: string,
): Promise<string[]> {
  const rows = await manager.query<{ code: string }[]>(
    `SELECT newest.code FROM (
       SELECT DISTINCT ON (code) code, data FROM item WHERE state = 'published'
        ORDER BY code, version DESC) AS newest
       JOIN process_version ON process_id = newest.data->>'processId'
        AND process_version.state = 'published'
      WHERE CASE WHEN strpos(model::text, to_json($2::text)::text) > 0
                 THEN jsonb_path_exists(model::jsonb, $1::jsonpath,
                                        jsonb_build_object('name', $2::text)) END
      ORDER BY 1`,
    [PATHS[kind], name],
  );
  return rows.map(({ code }) => code);
}

/**
 * Opens the case a message starts; the message's id is its start's command.
 * @returns its number; null when no process begins with this message
 * @throws DomainError `start-ambiguous`, `start-incomplete`, and what opening a case throws
 */
export async function startByMessage(
  manager: EntityManager,
  id: string,
  event: StartingEvent,
): Promise<string | null> {
  const items = await itemsStartedBy(manager, 'message', event.name);
  const [item] = items;
  if (!item) return null;
  if (items.length > 1) {
    throw unprocessable(
      'start-ambiguous',
      `消息“${event.name}”能启动多个事项的流程：${items.join('、')}。一条消息只能启动一件，请为各流程使用不同的消息名称。`,
      { items },
    );
  }
  return openStarted(manager, id, item, event);
}

/**
 * Opens a case for every item whose process begins with the signal.
 * @returns command ids to send, and what hindered a start
 */
export async function startBySignal(
  manager: EntityManager,
  event: StartingEvent,
): Promise<{ commands: string[]; problems: string[] }> {
  const commands: string[] = [];
  const problems: string[] = [];
  for (const item of await itemsStartedBy(manager, 'signal', event.name)) {
    const id = randomUUID();
    const problem = await problemOf(manager, (part) => openStarted(part, id, item, event));
    if (problem === null) commands.push(id);
    else problems.push(`${item}：${problem}`);
  }
  return { commands, problems };
}

/** Runs work that may be refused, so that nothing of it stays then. @returns what it was refused for */
export async function problemOf(
  manager: EntityManager,
  work: (manager: EntityManager) => Promise<unknown>,
): Promise<string | null> {
  try {
    await manager.transaction(work);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}

async function openStarted(
  manager: EntityManager,
  id: string,
  item: string,
  event: StartingEvent,
): Promise<string> {
  const { region, applicant, form, ...variables } = event.variables;
  const who = await applicantOf(manager, event, region, applicant);
  const caseNumber = await openCase(manager, {
    itemCode: item,
    ...who,
    form: typeof form === 'object' && form !== null && !Array.isArray(form) ? form : {},
    materials: [],
    children: {},
    variables,
    startedBy: { [event.kind]: event.name },
  });
  const actor = { personId: 'system' };
  await insertCommand(manager, { id, caseNumber, kind: 'start', actor, payload: {} });
  return caseNumber;
}

interface Applicant {
  region: string;
  applicantId: string;
  applicantKind: 'natural' | 'legal';
  agentId?: string;
}

async function applicantOf(
  manager: EntityManager,
  { name, thrower }: StartingEvent,
  region: Json | undefined,
  applicant: Json | undefined,
): Promise<Applicant> {
  const [row] = await manager.query<
    { region: string | null; id: string | null; kind: string | null }[]
  >(
    `SELECT coalesce($2, origin.region) AS region, person.id, person.kind
       FROM (SELECT 1) AS one
       LEFT JOIN cases origin ON origin.number = $1
       LEFT JOIN person ON person.id = coalesce($3, origin.applicant_id)`,
    [
      thrower,
      typeof region === 'string' ? region : null,
      typeof applicant === 'string' ? applicant : null,
    ],
  );
  if (!row?.region || !row.id) {
    throw unprocessable(
      'start-incomplete',
      `“${name}”要启动办件，须在变量中给出办理区域 region（区划代码）和申请人 applicant（已登记人员的编号）；` +
        `现缺少或查无：${[...(row?.region ? [] : ['region']), ...(row?.id ? [] : ['applicant'])].join('、')}。`,
    );
  }
  return {
    region: row.region,
    applicantId: row.id,
    applicantKind: row.kind === 'legal' ? 'legal' : 'natural',
  };
}
