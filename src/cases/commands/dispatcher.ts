/**
 * Sends command rows to their workflows as Updates and writes the answers back. What is merely
 * unavailable is not an answer: the row stays pending and the sweeper sends it again.
 */
import { Inject, Injectable } from '@nestjs/common';
import {
  ApplicationFailure,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  isGrpcServiceError,
  type Client,
} from '@temporalio/client';
import type { Workflow } from '@temporalio/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  CASE_QUEUE,
  CASE_WORKFLOW,
  COMMAND_UPDATE,
  type CaseAnswer,
  type CaseCommand,
} from '../../../workflows/contracts/case.js';
import { searchAttributesOf } from '../../../workflows/search-attributes.js';
import { DomainError } from '../../platform/errors.js';
import { counter } from '../../platform/observability/meter.js';
import { SpanKind, tracedWork } from '../../platform/observability/trace.js';
import { reachFaultPoint } from '../../platform/fault/fault-points.js';
import { TEMPORAL } from '../../platform/temporal/index.js';
import { announce } from '../announcing/index.js';
import { STEP_WRITERS, type StepWriter } from '../recording/index.js';
import { actAfterEnd } from './after-end.js';
import { refusedTooEarly } from './lost-step.js';
import { CASE_SETTINGS, firstInputOf, type CaseSettings } from '../opening/index.js';
import {
  answerCommand,
  asCaseCommand,
  type CommandResult,
  type CommandRow,
  type Refused,
} from './command-row.js';

/** How long a caller waits where nothing else is set, ms. */
const ANSWERED_WITHIN = 10_000;

/** How often an Update that the server dropped is sent again at once; after that the sweeper does. */
const SENT_AGAIN = 5;

/** gRPC's numbers. */
const FAILED_PRECONDITION = 9;
const UNAVAILABLE = 14;

/** HTTP status of what a workflow refuses. */
const REFUSAL_STATUS: Record<string, number> = {
  'task-not-open': 409,
  'unknown-outcome': 422,
  'incident-not-open': 409,
  'already-decided': 409,
  'already-ended': 409,
  'case-moved-on': 409,
  'migration-refused': 422,
  'instance-not-open': 409,
  'element-not-reachable': 422,
  'nothing-to-modify': 422,
  'illegal-move': 409,
};

const sent = counter(
  'onestop_commands',
  'Commands sent to their cases, by kind and what came of it',
);

@Injectable()
export class CommandDispatcher {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(TEMPORAL) private readonly temporal: Client,
    @Inject(CASE_SETTINGS) private readonly settings: CaseSettings,
    @Inject(STEP_WRITERS) private readonly writers: readonly StepWriter[],
  ) {}

  /**
   * Sends a committed row and waits for its answer, ten seconds at most unless set otherwise. A repeat
   * joins the Update under way, or is answered from the row.
   * @throws DomainError with the workflow's refusal
   */
  async dispatch(row: CommandRow): Promise<CommandResult> {
    reachFaultPoint('after-command-row');
    return this.resultOf(row.status === 'pending' ? await this.send(row) : row);
  }

  /** The stored row as a result. @throws DomainError when it was refused */
  private resultOf(row: CommandRow): CommandResult {
    if (row.status === 'pending') return { status: 'pending', command: row.id };
    if (row.status === 'done') return { status: 'done', answer: row.answer as CaseAnswer };
    const { code, message } = row.answer as Refused;
    throw new DomainError(REFUSAL_STATUS[code] ?? 409, code, message, { command: row.id });
  }

  /** One attempt; returns the row as it is afterwards: pending when the workflow did not answer. */
  async send(row: CommandRow): Promise<CommandRow> {
    try {
      return await this.sendAgain(row);
    } catch (error) {
      if (error instanceof Unanswered) return row;
      throw error;
    }
  }

  /** One attempt. @throws Unanswered with the reason; the row stays pending */
  sendAgain(row: CommandRow): Promise<CommandRow> {
    const { kind } = row;
    // What was done in the tables with the row is seen before the case answers.
    announce(this.dataSource, { caseNumber: row.case_number });
    const span = { kind: SpanKind.CLIENT, ...(row.trace && { parent: row.trace }) };
    return tracedWork(`command ${kind}`, span, async () => {
      const outcome = await this.attempt(row).catch((error: unknown) => {
        sent.add(1, { kind, outcome: 'unanswered' });
        throw error;
      });
      await answerCommand(this.dataSource.manager, row, outcome.status, outcome.answer);
      sent.add(1, { kind, outcome: outcome.status });
      return { ...row, ...outcome };
    });
  }

  private async attempt(row: CommandRow): Promise<Answered> {
    try {
      const deadline = Date.now() + (this.settings.answeredWithin ?? ANSWERED_WITHIN);
      const answer = await this.temporal.withDeadline(deadline, () =>
        untilTaken(() => (row.kind === 'start' ? this.start(row) : this.update(row))),
      );
      return { status: 'done', answer };
    } catch (error) {
      const outcome = isGone(error)
        ? await answerFromTables(this.dataSource.manager, row, this.writers)
        : await this.refusalOf(row, error);
      if (!outcome) throw new Unanswered(error);
      return outcome;
    }
  }

  /** The workflow's refusal; null = not an answer: send again. */
  private async refusalOf(row: CommandRow, error: unknown): Promise<Answered | null> {
    const refused = refusedBy(error);
    if (!refused) return null;
    // It ended while this waited its turn, and is not closed yet: the tables answer as when it is.
    if (refused.type === 'already-ended')
      return answerFromTables(this.dataSource.manager, row, this.writers);
    if (await refusedTooEarly(this.dataSource.manager, row.case_number, refused)) return null;
    return { status: 'refused', answer: { code: refused.type, message: refused.message } };
  }

  private update(row: CommandRow): Promise<CaseAnswer> {
    return this.temporal.workflow
      .getHandle(row.case_number)
      .executeUpdate<CaseAnswer, [CaseCommand]>(COMMAND_UPDATE, {
        args: [asCaseCommand(row)],
        updateId: row.id,
      });
  }

  private async start(row: CommandRow): Promise<CaseAnswer> {
    const input = await firstInputOf(this.dataSource.manager, row.case_number, this.settings);
    const startWorkflowOperation = new WithStartWorkflowOperation(CASE_WORKFLOW, {
      workflowId: row.case_number,
      taskQueue: CASE_QUEUE,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      typedSearchAttributes: searchAttributesOf(input, 'submitted'),
    });
    return this.temporal.workflow.executeUpdateWithStart<Workflow, CaseAnswer, [CaseCommand]>(
      COMMAND_UPDATE,
      { startWorkflowOperation, args: [asCaseCommand(row)], updateId: row.id },
    );
  }
}

/**
 * The server drops an Update when its workflow task fails, as one does that would end the workflow
 * just when a child's end or a signal arrived. Sent again under its id it is the same Update.
 */
async function untilTaken(update: () => Promise<CaseAnswer>): Promise<CaseAnswer> {
  for (let left = SENT_AGAIN; ; left -= 1) {
    try {
      return await update();
    } catch (error) {
      if (left === 0 || !isDropped(error)) throw error;
    }
  }
}

/** The client wraps what the server said. */
const isDropped = (error: unknown): boolean => grpcCodeOf(error) === FAILED_PRECONDITION;

/** Whether an attempt failed because the workflow engine could not be reached at all. */
export const isAway = (error: unknown): boolean =>
  error instanceof Unanswered && grpcCodeOf(error.cause) === UNAVAILABLE;

const grpcCodeOf = (error: unknown): number | undefined =>
  error instanceof ServiceError && isGrpcServiceError(error.cause)
    ? Number(error.cause.code)
    : undefined;

/** The workflow did not answer: unavailable, exhausted, busy …; the row stays pending. */
class Unanswered extends Error {
  constructor(override readonly cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

type Answered = { status: 'done'; answer: CaseAnswer } | { status: 'refused'; answer: Refused };

const isGone = (error: unknown): boolean =>
  error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError;

/** What the workflow refuses for good, as far as it knows; null = something else. */
function refusedBy(error: unknown): (ApplicationFailure & { type: string }) | null {
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || !cause.type || cause.type === 'busy') return null;
  return cause.type in REFUSAL_STATUS ? (cause as ApplicationFailure & { type: string }) : null;
}

/** A closed workflow answers no more: its recorded steps do. */
async function answerFromTables(
  manager: EntityManager,
  row: CommandRow,
  writers: readonly StepWriter[],
): Promise<Answered | null> {
  const cause = row.kind === 'start' ? 'start' : `command:${row.id}`;
  const [found] = await manager.query<(Omit<CaseAnswer, 'step'> & { step: number | null })[]>(
    `SELECT number AS "caseNumber", case_step.step, state, ended, '{}'::text[] AS "openTasks"
       FROM cases LEFT JOIN case_step
         ON case_number = number AND case_step.cause = $2 AND NOT superseded
      WHERE number = $1`,
    [row.case_number, cause],
  );
  if (found?.step) return { status: 'done', answer: { ...found, step: found.step } };
  if (found?.ended && row.kind === 'legal') return actAfterEnd(manager, row, writers);
  // Neither recorded nor running: before its start the case is simply not there yet.
  if (!found?.ended) return null;
  return {
    status: 'refused',
    answer: { code: 'already-ended', message: '办件已办结，不能再办理。' },
  };
}
