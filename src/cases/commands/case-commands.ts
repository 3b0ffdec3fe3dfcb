/**
 * What people do to a case as a whole. Each act is a row first, then an Update (decision 1, commands
 * as rows).
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { MigrationPlan, Modification, Variables } from '../../../bpmn/engine/index.js';
import type { CaseAct } from '../../../workflows/contracts/case.js';
import { audit, peopleOf } from '../../people/index.js';
import { conflict, notFound, unprocessable } from '../../platform/errors.js';
import { caseAnswer, type OpenIncident } from './incident-department.js';
import { MENDED_IN_TABLES, type Mending } from './mended-in-tables.js';
import { openCase, type Application } from '../opening/index.js';
import { requireNothingPassed, requireSameGates } from './passing-over.js';
import {
  findCommand,
  insertCommand,
  repeated,
  type Actor,
  type CommandResult,
  type CommandRow,
  type NewCommand,
} from './command-row.js';
import { CommandDispatcher } from './dispatcher.js';
import {
  applyCorrection,
  correctedVariables,
  correctionSummary,
  requireAllFilled,
  takeCorrectionTask,
  type Correction,
} from './correction.js';
import { keepCorrection } from './correction-kept.js';
import { requirePointsAnswered } from './correction-points.js';
import { TAKEN_UP_BY_BODY, WITHDRAWABLE } from './withdrawal.js';

@Injectable()
export class CaseCommands {
  constructor(
    private readonly dataSource: DataSource,
    private readonly dispatcher: CommandDispatcher,
  ) {}

  /** What the command of this key is answered now; undefined = there is none. @throws what it was refused */
  async earlier(
    actor: Actor,
    key: string,
  ): Promise<(CommandResult & { caseNumber: string; kind: string }) | undefined> {
    if (!(await findCommand(this.dataSource.manager, key))) return undefined;
    const row = await this.dataSource.transaction((manager) => repeated(manager, key, actor));
    if (!row) return undefined;
    const { case_number: caseNumber, kind } = row;
    return { ...(await this.dispatcher.dispatch(row)), caseNumber, kind };
  }

  /** Opens a case for a checked application. A repeat of the key gets the first case. */
  async submit(
    application: Application,
    actor: Actor,
    key: string,
    alsoInTransaction?: (manager: EntityManager, caseNumber: string) => Promise<void>,
  ): Promise<CommandResult & { caseNumber: string }> {
    const row = await this.dataSource.transaction(async (manager) => {
      const earlier = await repeated(manager, key, actor);
      if (earlier) return earlier;
      const caseNumber = await openCase(manager, application);
      const command = { id: key, caseNumber, kind: 'start' as const, actor, payload: {} };
      await alsoInTransaction?.(manager, caseNumber);
      await audited(manager, command, 'case.submit');
      return insertCommand(manager, command);
    });
    return { ...(await this.dispatcher.dispatch(row)), caseNumber: row.case_number };
  }

  /** The applicant takes the application back; refused once a decision stands. @throws DomainError 409 `already-decided`, `not-applied-for` */
  async withdraw(
    caseNumber: string,
    actor: Actor,
    reason: string,
    key: string,
  ): Promise<CommandResult> {
    return this.run(
      { id: key, caseNumber, kind: 'withdraw', actor, payload: { reason } },
      'case.withdraw',
      async (manager) => {
        const [row] = await manager.query<{ withdrawable: boolean; takenUp: boolean }[]>(
          `SELECT ${WITHDRAWABLE} AS withdrawable, ${TAKEN_UP_BY_BODY} AS "takenUp" FROM cases c
            WHERE number = $1 AND $2 = ANY (${peopleOf('c')})`,
          [caseNumber, actor.personId],
        );
        if (!row) throw notFound('case-not-found', `没有办件 ${caseNumber}。`);
        if (row.takenUp)
          throw conflict(
            'not-applied-for',
            '这是行政机关依职权办理的案件，不能撤回；您可以陈述、申辩，依法可以要求听证。',
          );
        if (!row.withdrawable) {
          throw conflict('already-decided', '已作出决定或已办结的办件不能撤回。');
        }
      },
    );
  }

  /**
   * An official act on the whole case, beside its diagram (特别程序, 延期, 挂起, 转报, 终止, 送达 …). The right
   * was checked; whether the law allows it here and now, the workflow says.
   */
  legal(caseNumber: string, actor: Actor, act: CaseAct, key: string): Promise<CommandResult> {
    const payload = { ...act };
    return this.run({ id: key, caseNumber, kind: 'legal', actor, payload }, `case.${act.act}`);
  }

  /**
   * Beside the diagram: takes tokens away, lets them past, puts new ones. The right was checked.
   * @throws DomainError 409 `passes-over-an-act` when a decision, a fee or a notice would be passed over
   */
  modify(
    caseNumber: string,
    actor: Actor,
    { reason, ...modification }: Modification & { reason: string },
    key: string,
  ): Promise<CommandResult> {
    const payload = { reason, ...modification };
    const command = { id: key, caseNumber, kind: 'modify' as const, actor, payload };
    return this.run(command, 'case.modify', (manager) =>
      requireNothingPassed(manager, caseNumber, modification),
    );
  }

  /** From one version of its process to another, from where it stands now. The right was checked. */
  async migrate(
    caseNumber: string,
    actor: Actor,
    { from, to, plan, reason }: { from: string; to: string; plan: MigrationPlan; reason: string },
    key: string,
  ): Promise<CommandResult> {
    const [row] = await this.dataSource.query<{ step: number; hash: string; ended: boolean }[]>(
      `SELECT step, model_hash AS hash, ended FROM cases WHERE number = $1`,
      [caseNumber],
    );
    const payload = { model: { $model: to }, plan, reason, step: row?.step };
    const command = { id: key, caseNumber, kind: 'migrate' as const, actor, payload };
    return this.run(command, 'case.migrate', async (manager) => {
      if (row?.ended) throw conflict('already-ended', '办件已办结，不需要迁移。');
      if (row?.hash !== from)
        throw conflict('case-on-another-version', '办件已不在所选的原版本上，请重新预演。');
      await requireSameGates(manager, caseNumber, { to, plan });
    });
  }

  /** 补正, 容缺补齐, or what 预审 sent back: the applicant's open task is completed with what was handed in. */
  async supplement(
    caseNumber: string,
    actor: Actor,
    correction: Correction,
    key: string,
    alsoChecked?: (manager: EntityManager) => Promise<void>,
  ): Promise<CommandResult> {
    const row = await this.dataSource.transaction(async (manager) => {
      const earlier = await repeated(manager, key, actor);
      if (earlier) return earlier;
      const task = await takeCorrectionTask(manager, caseNumber, actor);
      if (task.act !== 'fill-gaps') await requirePointsAnswered(manager, task.id, correction);
      await alsoChecked?.(manager);
      await keepCorrection(manager, task, correction, key);
      await applyCorrection(manager, task.sharedBy, correction);
      if (task.act === 'fill-gaps') await requireAllFilled(manager, caseNumber);
      const { opinion } = correction;
      const [outcome] = task.outcomes;
      const form = correctionSummary(correction);
      const variables = await correctedVariables(manager, caseNumber, correction);
      const payload = { taskKey: task.key, outcome: outcome?.id, opinion, form, variables };
      const taskId = task.id;
      const command = { id: key, caseNumber, taskId, kind: 'complete' as const, actor, payload };
      await audited(manager, command, 'case.supplement');
      return insertCommand(manager, command);
    });
    return this.dispatcher.dispatch(row);
  }

  /** A message from outside (a payment notice); `id` is the notice's, so a second one changes nothing. */
  async message(message: {
    id: string;
    caseNumber: string;
    name: string;
    key?: string;
    variables: Variables;
  }): Promise<CommandResult> {
    const { id, caseNumber, ...payload } = message;
    const actor = { personId: 'system' };
    return this.run({ id, caseNumber, kind: 'message', actor, payload }, 'case.message');
  }

  /**
   * Tries again what went wrong, after it was mended. The right was checked.
   * @param changed in the command's transaction, once it is known that the variables go to the case
   */
  async retryIncident(
    incidentId: string,
    actor: Actor,
    variables: Variables | undefined,
    key: string,
    changed?: (manager: EntityManager) => Promise<void>,
  ): Promise<CommandResult> {
    const [incident] = await this.dataSource.query<OpenIncident[]>(
      `SELECT id, case_number, key, code, task_id FROM incident WHERE id = $1`,
      [incidentId],
    );
    if (!incident) throw notFound('incident-not-found', `没有异常 ${incidentId}。`);
    const mending = MENDED_IN_TABLES.get(incident.code);
    if (mending && variables)
      throw unprocessable('variables-not-taken', '这种异常不读流程变量，请去掉变量后重试。');
    if (mending) return this.mend(incident, actor, mending);
    const payload = { incident: incident.key, variables };
    return this.run(
      { id: key, caseNumber: incident.case_number, kind: 'retry', actor, payload },
      'incident.retry',
      changed,
    );
  }

  /** What the workflow knows nothing of: the tables alone are mended, and it goes on from there. */
  private mend(incident: OpenIncident, actor: Actor, mending: Mending): Promise<CommandResult> {
    return this.dataSource.transaction(async (manager) => {
      await mending(manager, incident);
      const { personId: person, postId: post } = actor;
      const target = `incident:${incident.id}`;
      await audit(manager, { person, post, act: 'incident.retry', target, outcome: 'done' });
      return { status: 'done', answer: await caseAnswer(manager, incident.case_number) };
    });
  }

  /** Where a command stands; only its own author may ask. */
  async status(id: string, actor: Actor): Promise<CommandRow> {
    const row = await findCommand(this.dataSource.manager, id);
    if (!row || row.person_id !== actor.personId) {
      throw notFound('command-not-found', `没有操作 ${id}。`);
    }
    return row;
  }

  private async run(
    command: NewCommand,
    act: string,
    check?: (manager: EntityManager) => Promise<void>,
  ): Promise<CommandResult> {
    const row = await this.dataSource.transaction(async (manager) => {
      const earlier = await repeated(manager, command.id, command.actor);
      if (earlier) return earlier;
      await check?.(manager);
      await audited(manager, command, act);
      return insertCommand(manager, command);
    });
    return this.dispatcher.dispatch(row);
  }
}

function audited(manager: EntityManager, command: NewCommand, act: string): Promise<void> {
  return audit(manager, {
    person: command.actor.personId,
    post: command.actor.postId,
    act,
    target: `case:${command.caseNumber}`,
    outcome: 'done',
    detail: { command: command.id },
  });
}
