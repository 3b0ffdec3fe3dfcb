/** A message that a case threw becomes one of the house: for its partner, for who waits, or as a start. */
import type { EntityManager } from 'typeorm';
import { flowEnd, type FlowEnd } from './message-flows.js';
import { publishMessage, type MessageRow, type NewMessage, type Starts } from './messages.js';
import { openStarted, problemOf, startByMessage } from './starts.js';
import { isOfThePlatform } from './platform-names.js';
import type { ThrownRow } from '../subscriptions/index.js';

/**
 * Publishes what a case threw: along its message flow where there is one that ends on this platform;
 * else to who waits for its name and key, where one without key is meant for the thrower's own case. What
 * only the platform says (a payment, a department's word) no diagram says for it: it reaches nobody.
 */
export async function publishThrown(
  manager: EntityManager,
  thrown: ThrownRow,
  keptFor: number,
): Promise<MessageRow> {
  const end = await flowEnd(manager, thrown);
  const { id, variables, case_number: thrower } = thrown;
  const message: NewMessage = {
    id,
    ...addressOf(thrown, end),
    variables,
    publisher: `case:${thrower}`,
    keptFor,
  };
  if (isOfThePlatform(message.name))
    return publishMessage(manager, { ...message, key: null, caseNumber: null }, ofThePlatform);
  return publishMessage(manager, message, starting(thrown, end));
}

const ofThePlatform: Starts = async (manager, { id, name }) => {
  const problem = `消息“${name}”只由平台在核实后发出，流程图不能发出；没有送给任何办件。`;
  await manager.query(`UPDATE message SET problem = $2 WHERE id = $1`, [id, problem]);
  return null;
};

/** Addressed to nobody when it opens a case: no key, hence nobody who could have waited for it. */
function addressOf(
  { name, key, case_number: thrower }: ThrownRow,
  end: FlowEnd | undefined,
): Pick<NewMessage, 'name' | 'key' | 'caseNumber'> {
  if (!end) return { name, key, caseNumber: key === null ? thrower : null };
  if ('opens' in end) return { name, key: null, caseNumber: null };
  return { name: end.name, key: end.key, caseNumber: end.reaches };
}

/** What hinders a start is noted on the message: who threw it has gone on. */
const starting =
  (thrown: ThrownRow, end: FlowEnd | undefined): Starts =>
  async (manager, { id }) => {
    if (end && 'reaches' in end) return null;
    let started: string | null = null;
    const problem = await problemOf(manager, async (savepoint) => {
      started = await open(savepoint, thrown, end);
    });
    if (problem !== null)
      await manager.query(`UPDATE message SET problem = $2 WHERE id = $1`, [id, problem]);
    return started;
  };

function open(
  manager: EntityManager,
  { id, name, variables, case_number: from }: ThrownRow,
  end: Extract<FlowEnd, { opens: string }> | undefined,
): Promise<string | null> {
  if (!end) return startByMessage(manager, id, { kind: 'message', name, variables, thrower: from });
  const { opens: item, startedBy, collaboration } = end;
  return openStarted(manager, { id, item, name, startedBy, variables, from, collaboration });
}
