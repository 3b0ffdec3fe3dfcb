/**
 * Cases that an event opens: an item whose published process begins with it. Who applies
 * and where stands in the event's variables (`applicant`, `region`, `form`); what a case throws opens
 * the next one for the same applicant in the same region.
 */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Json, Variables } from '../../../bpmn/engine/index.js';
import { variablesOfActs } from '../../../workflows/law/index.js';
import { currentForm, formFaults, formInvalid, publishedItem } from '../../catalogue/index.js';
import { publishedModel } from '../../definitions/index.js';
import { insertCommand } from '../commands/index.js';
import { openCase, type NewCase } from '../opening/index.js';
import { DomainError, unprocessable } from '../../platform/errors.js';

type Kind = 'message' | 'signal';

export interface StartingEvent {
  kind: Kind;
  name: string;
  variables: Variables;
  /** The case that threw it; null = it came from outside. */
  thrower: string | null;
}

/** A case to be opened without a person who applies. */
export interface StartedCase {
  /** Its start's command. */
  id: string;
  item: string;
  /** What is said of it when somebody asks what hindered it. */
  name: string;
  startedBy: NonNullable<NewCase['startedBy']>;
  variables: Variables;
  /** The case whose applicant and region it takes over; null = `variables` say them. */
  from: string | null;
  collaboration?: string;
}

/** Items whose process, as it is published now, begins with such an event. */
export async function itemsStartedBy(
  manager: EntityManager,
  kind: Kind,
  name: string,
): Promise<string[]> {
  const rows = await manager.query<{ code: string }[]>(
    `SELECT DISTINCT code FROM process_start
       JOIN item_in_force ON item_in_force.data->>'processId' = process_id
      WHERE process_start.kind = $1 AND process_start.name = $2 ORDER BY 1`,
    [kind, name],
  );
  return rows.map(({ code }) => code);
}

/** The items that a process handles, as they are published now. */
export async function itemsOf(manager: EntityManager, process: string): Promise<string[]> {
  const rows = await manager.query<{ code: string }[]>(
    `SELECT code FROM item_in_force WHERE data->>'processId' = $1 ORDER BY 1`,
    [process],
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
  return openStarted(manager, startedCase(id, item, event));
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
    const problem = await problemOf(manager, (part) =>
      openStarted(part, startedCase(id, item, event)),
    );
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

const startedCase = (id: string, item: string, event: StartingEvent): StartedCase => ({
  id,
  item,
  name: event.name,
  startedBy: { [event.kind]: event.name },
  variables: event.variables,
  from: event.thrower,
});

/** Opens the case and writes its start's command. @returns its number */
export async function openStarted(manager: EntityManager, started: StartedCase): Promise<string> {
  const { id, item, startedBy, collaboration } = started;
  const { region, applicant, form, ...variables } = started.variables;
  if (started.from === null) await requireTakeable(manager, item, form, variables);
  const who = await applicantOf(manager, started, region, applicant);
  const caseNumber = await openCase(manager, {
    itemCode: item,
    ...who,
    form: typeof form === 'object' && form !== null && !Array.isArray(form) ? form : {},
    materials: [],
    children: {},
    variables,
    startedBy,
    collaboration,
  });
  const actor = { personId: 'system' };
  await insertCommand(manager, { id, caseNumber, kind: 'start', actor, payload: {} });
  return caseNumber;
}

/**
 * What comes from outside as an application is held to the form as every application is, and says nothing
 * that an act, a decision or the platform itself writes.
 * @throws DomainError `form-invalid`, `variables-of-acts`
 */
async function requireTakeable(
  manager: EntityManager,
  item: string,
  form: Json | undefined,
  variables: Variables,
): Promise<void> {
  const { data } = await publishedItem(manager, item);
  const { model } = await publishedModel(manager, data.processId);
  const names = variablesOfActs(model);
  const taken = Object.keys(variables).filter((name) => names.has(name));
  if (taken.length > 0) {
    throw unprocessable(
      'variables-of-acts',
      `启动办件的消息不能带变量 ${taken.join('、')}：这些内容由平台、办理人员的决定或者其他机关的答复写入。`,
      { errors: taken.map((name) => ({ field: `/variables/${name}`, message: '不能由外部给出' })) },
    );
  }
  if (form === undefined || isEmpty(form)) return;
  const faults = formFaults(await currentForm(manager, data.form), form);
  if (faults.length > 0) throw formInvalid(faults);
}

const isEmpty = (form: Json): boolean =>
  typeof form === 'object' && form !== null && Object.keys(form).length === 0;

interface Applicant {
  region: string;
  applicantId: string;
  applicantKind: 'natural' | 'legal';
  agentId?: string;
}

async function applicantOf(
  manager: EntityManager,
  { name, from }: StartedCase,
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
      from,
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
