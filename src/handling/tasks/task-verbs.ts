/** The verbs of a task beside claim, release and complete; each is one call. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommandDispatcher, type Actor, type CommandResult } from '../../cases/index.js';
import { delegate, endDelegation, giveBack } from './delegation.js';
import { departmentsFor, desksIn, findDesks } from './desks.js';
import { sendBack, targetsOf, type SendBackRequest, type SendBackTarget } from './send-back.js';
import { takeBack, type RecallRequest } from './recall.js';
import { addSignOff, removeMember, type NewSignOff } from './sign-offs/verbs.js';
import { lookAt } from '../task-access/index.js';
import { transfer, type Transfer } from './transfer.js';

@Injectable()
export class TaskVerbs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly dispatcher: CommandDispatcher,
  ) {}

  transfer(taskId: string, actor: Actor, asked: Transfer, key: string): Promise<void> {
    return transfer(this.dataSource, taskId, actor, asked, key);
  }

  delegate(
    taskId: string,
    actor: Actor,
    asked: { post: string; reason: string },
    key: string,
  ): Promise<void> {
    return delegate(this.dataSource, taskId, actor, asked, key);
  }

  giveBack(taskId: string, actor: Actor, opinion: string, key: string): Promise<void> {
    return giveBack(this.dataSource, taskId, actor, { opinion }, key);
  }

  endDelegation(taskId: string, actor: Actor, key: string): Promise<void> {
    return endDelegation(this.dataSource, taskId, actor, key);
  }

  addSignOff(taskId: string, actor: Actor, asked: NewSignOff, key: string): Promise<void> {
    return addSignOff(this.dataSource, taskId, actor, asked, key);
  }

  async removeSignOff(
    taskId: string,
    actor: Actor,
    asked: { signOff: string; position: number; reason: string },
    key: string,
  ): Promise<void> {
    const released = await removeMember(this.dataSource, taskId, actor, asked, key);
    if (released) await this.dispatcher.send(released);
  }

  async sendBackTargets(taskId: string): Promise<SendBackTarget[]> {
    const { manager } = this.dataSource;
    return targetsOf(manager, await lookAt(manager, taskId));
  }

  sendBack(
    taskId: string,
    actor: Actor,
    asked: SendBackRequest,
    key: string,
  ): Promise<CommandResult> {
    return sendBack(this.dataSource, this.dispatcher, taskId, actor, { ...asked, key });
  }

  takeBack(taskId: string, actor: Actor, request: RecallRequest): Promise<CommandResult> {
    return takeBack(this.dataSource, this.dispatcher, taskId, actor, request);
  }

  /** Whom a verb may name, by department. */
  async desksFor(taskId: string, verb: 'transfer' | 'delegate' | 'any', words = '') {
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
      ({ personName, departmentName, title }) =>
        words === '' || `${personName}${departmentName}${title}`.includes(words),
    );
    return { departments, desks: known };
  }
}
