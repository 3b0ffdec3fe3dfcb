/**
 * How a verb is done: one transaction in which the task is locked and looked at, the verb's own rows are
 * written, and audit and timeline tell of it. Two verbs at once on one task wait for each other; the
 * second finds what the first left.
 */
import type { EntityManager } from 'typeorm';
import { audit } from '../../../people/index.js';
import {
  caseAnswer,
  insertDone,
  repeated,
  type CommandResult,
  type CommandRow,
} from '../../../cases/index.js';
import { DomainError } from '../../../platform/errors.js';
import { identitiesOf, lockTask } from '../../task-access/index.js';
import { requireAssignee } from '../refusals.js';
import { note } from './note.js';
import { tellNewHands } from './tell-hands.js';
import type { Call, Doing, Hands, Told, Verb, VerbOf, Who } from './verb.js';

const inHands: Who<unknown> = ({ manager, task, identities }) =>
  requireAssignee(manager, task, identities);

/** Locks the task and lets through whom the verb's own checks let through. */
async function admitted<Request extends object>(
  { who = inHands, gates }: Pick<VerbOf<Request, unknown>, 'who' | 'gates'>,
  manager: EntityManager,
  call: Call<Request>,
): Promise<Doing<Request>> {
  const task = await lockTask(manager, call.taskId);
  const standing = { ...call, manager, task, identities: await identitiesOf(manager, call.actor) };
  const doing = { ...standing, me: await who(standing) };
  for (const gate of gates) await gate(doing);
  return doing;
}

/** What a verb leaves in the tables, and a held command that it lets go. */
export type InTables = Told & { released?: CommandRow };

/** A verb that is done in the tables at once. @param keyed false = done twice it is the same */
export function verbInTables<Request extends object>(
  { name, called, ...verb }: VerbOf<Request, InTables>,
  keyed = true,
): Verb<Request, void> {
  const nameOf = (asked: Request) => called?.of(asked) ?? name;
  async function inside(
    manager: EntityManager,
    call: Call<Request>,
  ): Promise<CommandRow | undefined> {
    const { taskId, actor, key } = call;
    if (keyed && (await repeated(manager, key, actor))) return undefined;
    const doing = await admitted(verb, manager, call);
    const { released, ...told } = await verb.run(doing);
    const { task, me } = doing;
    await note(manager, { task: taskId, actor, me, verb: nameOf(call.asked), told });
    await tellNewHands(doing, name);
    if (!keyed) return released;
    const answer = await caseAnswer(manager, task.case_number);
    const payload = { verb: nameOf(call.asked), ...told };
    const row = { id: key, caseNumber: task.case_number, taskId, actor, payload };
    await insertDone(manager, row, answer);
    return released;
  }
  return {
    ...verb,
    ...{ names: called?.names ?? [name], keyed, seen: !keyed },
    async perform({ dataSource, dispatcher }: Hands, call: Call<Request>) {
      const released = await dataSource
        .transaction((manager) => inside(manager, call))
        .catch(async (error: unknown) => {
          if (error instanceof DomainError && error.status === 403) {
            const { personId: person, postId: post } = call.actor;
            const line = { person, post, act: `task.${nameOf(call.asked)}` };
            const target = `task:${call.taskId}`;
            await audit(dataSource.manager, { ...line, target, outcome: 'refused' });
          }
          throw error;
        });
      if (released) await dispatcher.send(released);
    },
  };
}

/** A command of the verb's, and a held one that it lets go. */
export interface ForCase {
  row: CommandRow;
  released?: CommandRow;
}

/** A verb that ends as a command to the case; its run writes its own note. */
export function verbForCase<Request extends object>(
  { name, called, ...verb }: VerbOf<Request, ForCase>,
  command: 'modify' | 'complete',
): Verb<Request, CommandResult> {
  return {
    ...verb,
    ...{ names: called?.names ?? [name], keyed: true, seen: true, command },
    async perform({ dataSource, dispatcher }: Hands, call: Call<Request>) {
      const { row, released } = await dataSource.transaction(async (manager): Promise<ForCase> => {
        const earlier = await repeated(manager, call.key, call.actor);
        return earlier ? { row: earlier } : verb.run(await admitted(verb, manager, call));
      });
      if (released) await dispatcher.send(released);
      return dispatcher.dispatch(row);
    },
  };
}
