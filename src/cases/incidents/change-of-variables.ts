/**
 * What an operator changes in a case's variables before a retry: on the timeline by name, in the audit log
 * with old and new values (digests where they may be personal), and never what an official act or a
 * payment wrote.
 */
import { createHmac } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Json, Variables } from '../../../bpmn/engine/index.js';
import { variablesOfActs } from '../../../workflows/law/index.js';
import { modelByHash } from '../../definitions/index.js';
import { audit, type Actor } from '../../people/index.js';
import { forbidden, unprocessable } from '../../platform/errors.js';
import { caseNotFound } from '../access/index.js';

export interface Change {
  caseNumber: string;
  incident: string;
  variables: Variables;
  /** On the timeline. */
  reason?: string;
}

interface Row {
  variables: Variables;
  hash: string;
  /** Fields of the form that are personal. */
  personal: string[];
}

/**
 * Refuses what may not be changed.
 * @throws DomainError 422 `reason-missing`, 403 `variable-of-an-act` naming the variables
 */
export async function requireChangeable(manager: EntityManager, change: Change): Promise<void> {
  if (!change.reason?.trim()) {
    throw unprocessable('reason-missing', '改正流程变量须写明理由。', {
      errors: [{ field: '/reason', message: '请写明理由' }],
    });
  }
  const { hash } = await rowOf(manager, change.caseNumber);
  const model = await modelByHash(manager, hash);
  const taken = model ? variablesOfActs(model) : new Set<string>();
  const names = Object.keys(change.variables).filter((name) => taken.has(name));
  if (names.length === 0) return;
  throw forbidden(
    'variable-of-an-act',
    `变量${names.map((name) => `“${name}”`).join('、')}由办理、决定或缴费写入，不能改正；请由有权的人重新办理该环节。`,
    { errors: names.map((name) => ({ field: `/variables/${name}`, message: '不能改正' })) },
  );
}

/** Tells of the change, in the transaction of its command. */
export async function noteChange(
  manager: EntityManager,
  { caseNumber, incident, variables, reason = '' }: Change,
  actor: Actor,
  digestKey: string,
): Promise<void> {
  const before = await rowOf(manager, caseNumber);
  const shown = (name: string, value: Json | undefined) =>
    value === undefined ? null : told(name, value, before.personal, digestKey);
  const names = Object.keys(variables);
  const changes = names.map((name) => ({
    name,
    from: shown(name, before.variables[name]),
    to: shown(name, variables[name]),
  }));
  await audit(manager, {
    ...{ person: actor.personId, post: actor.postId, act: 'incident.change' },
    ...{ target: `case:${caseNumber}`, outcome: 'done', detail: { incident, changes } },
  });
  await manager.query(
    `INSERT INTO timeline (case_number, step, cause, at, kind, element, name, person_id, post_id,
                           opinion, data, internal)
     SELECT i.case_number, 0, $2, now(), 'variables-changed', i.element, $3, $4, $5, $6, $7, true
       FROM incident i WHERE i.id = $1`,
    [
      ...[incident, `incident:${incident}`, names.join('、'), actor.personId, actor.postId],
      ...[reason, JSON.stringify({ names })],
    ],
  );
}

async function rowOf(manager: EntityManager, caseNumber: string): Promise<Row> {
  const [row] = await manager.query<Row[]>(
    `SELECT c.variables, c.model_hash AS hash,
            ARRAY(SELECT jsonb_array_elements_text(coalesce(i.data -> 'personal', '[]'))) AS personal
       FROM cases c JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      WHERE c.number = $1`,
    [caseNumber],
  );
  if (!row) throw caseNotFound(caseNumber);
  return row;
}

/** Figures and truth values as they are; a text, or what holds texts, may be about a person: its digest. */
function told(name: string, value: Json, personal: string[], key: string): Json {
  const plain = typeof value === 'number' || typeof value === 'boolean' || value === null;
  if (plain && !personal.includes(name)) return value;
  const digest = createHmac('sha256', key).update(JSON.stringify(value)).digest('hex');
  return { digest };
}
