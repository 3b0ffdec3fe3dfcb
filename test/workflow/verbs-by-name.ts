/** The verbs of tasks as tests call them: each by its name, with what it is asked. */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Actor, CommandDispatcher } from '../../src/cases/commands/index.js';
import {
  claim,
  complete,
  copy,
  delegate,
  endDelegation,
  giveBack,
  recall,
  release,
  removeSigner,
  sendBack,
  signOff,
  TaskVerbs,
  transfer,
  type Verb,
} from '../../src/handling/tasks/index.js';

export function verbsByName(dataSource: DataSource, dispatcher: CommandDispatcher) {
  const verbs = new TaskVerbs(dataSource, dispatcher);
  const asked =
    <Request extends object, Answer>(verb: Verb<Request, Answer>) =>
    (task: string, actor: Actor, request: Request, key: string = randomUUID()): Promise<Answer> =>
      verbs.perform(verb, task, actor, request, key);
  const unasked =
    (verb: Verb<object, void>) =>
    (task: string, actor: Actor, key?: string): Promise<void> =>
      verbs.perform(verb, task, actor, {}, key);
  return {
    ...{ claim: unasked(claim), release: unasked(release), complete: asked(complete) },
    ...{ transfer: asked(transfer), delegate: asked(delegate), copy: asked(copy) },
    ...{ giveBack: asked(giveBack), endDelegation: unasked(endDelegation) },
    ...{ signOff: asked(signOff), removeSigner: asked(removeSigner) },
    ...{ sendBack: asked(sendBack), recall: asked(recall) },
    sendBackTargets: (task: string) => verbs.sendBackTargets(task),
  };
}

export type VerbsByName = ReturnType<typeof verbsByName>;
