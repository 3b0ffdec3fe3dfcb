/** Does a verb of a task, and says whom it may name. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { announce, CommandDispatcher, type Actor } from '../../cases/index.js';
import { lookAt } from '../task-access/index.js';
import { departmentsFor, desksIn, findDesks } from './desks.js';
import { targetsOf, type SendBackTarget } from './send-back-targets.js';
import type { Verb } from './verbs/index.js';

@Injectable()
export class TaskVerbs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly dispatcher: CommandDispatcher,
  ) {}

  /** @param key the call's Idempotency-Key, where the verb takes one */
  async perform<Request extends object, Answer>(
    verb: Verb<Request, Answer>,
    taskId: string,
    actor: Actor,
    asked: Request,
    key = '',
  ): Promise<Answer> {
    const { dataSource, dispatcher } = this;
    const answer = await verb.perform({ dataSource, dispatcher }, { taskId, actor, asked, key });
    announce(dataSource, { task: taskId });
    return answer;
  }

  async sendBackTargets(taskId: string): Promise<SendBackTarget[]> {
    const { manager } = this.dataSource;
    return targetsOf(manager, await lookAt(manager, taskId));
  }

  /** Whom a verb may name, by department: neither who asks nor who has the task already. */
  async desksFor(
    taskId: string,
    { personId }: Actor,
    verb: 'transfer' | 'delegate' | 'any',
    words = '',
  ) {
    const { manager } = this.dataSource;
    const task = await lookAt(manager, taskId);
    const departments = await departmentsFor(manager, taskId);
    const own = task.department_id === null ? [] : [task.department_id];
    const ids = verb === 'transfer' ? departments.map(({ id }) => id) : own;
    const desks =
      verb === 'any' && words
        ? await findDesks(manager, words)
        : await desksIn(manager, ids, verb === 'transfer' ? task.role : null);
    const known = desks.filter(
      ({ personId: who, personName, departmentName, title }) =>
        who !== personId &&
        who !== task.assignee_person &&
        (words === '' || `${personName}${departmentName}${title}`.includes(words)),
    );
    return { departments, desks: known };
  }
}
