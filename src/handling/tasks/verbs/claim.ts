/** 签收: two handlers claiming one task: one conditional UPDATE wins, the other is told who has it. */
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../cases/index.js';
import {
  columnsOf,
  lookAt,
  ownIdentity,
  principalsOf,
  type Identity,
} from '../../task-access/index.js';
import { ownCaseIn } from '../own-case.js';
import { reasonAgainst } from '../refusals.js';
import { note } from './note.js';
import type { Verb } from './verb.js';

/** A deputy claims in the name of whose desk it lies on, unless it lies on their own too. */
export const claim: Verb<object, void> = {
  names: ['claim'],
  operation: { id: 'claimTask', method: 'put', path: 'claim', summary: '签收' },
  keyed: false,
  seen: true,
  async perform({ dataSource }, { taskId, actor }) {
    await dataSource.transaction(async (manager) => {
      const own = ownIdentity(actor);
      let me = await take(manager, taskId, [own], actor);
      if (!me) {
        const principals = await principalsOf(manager, actor);
        if (principals.length > 0) me = await take(manager, taskId, principals, actor);
        if (!me) throw reasonAgainst(await lookAt(manager, taskId), [own, ...principals]);
      }
      await note(manager, { task: taskId, actor, me, verb: 'claim', told: {} });
    });
  },
};

/** One conditional UPDATE. @returns in whose name, or undefined when there was nothing to take */
async function take(
  manager: EntityManager,
  taskId: string,
  identities: Identity[],
  actor: Actor,
): Promise<Identity | undefined> {
  const [rows] = await manager.query<[{ post: string | null }[], number]>(
    `UPDATE task SET assignee_person = me.person, assignee_post = me.post, claimed_at = now()
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[])
            AS me(person, post, organisation, role)
      WHERE task.id = $1 AND task.state = 'open' AND task.department_id = me.organisation
        AND (task.role IS NULL OR task.role = me.role) AND task.held IS NULL
        AND (assignee_person IS NULL OR assignee_person = me.person)
        AND NOT ${ownCaseIn('ARRAY[me.person, $6]')}
     RETURNING me.post`,
    [taskId, ...columnsOf(identities), actor.personId],
  );
  return identities.find(({ postId }) => rows.length > 0 && postId === rows[0]!.post);
}
