/** A case of a script as a workflow: events become what the platform would send it. */
import { randomUUID } from 'node:crypto';
import { WorkflowUpdateFailedError, type Client, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import {
  waitingIn,
  type Effects,
  type ScriptedCase,
  type Waiting,
} from '../../bpmn/conformance/index.js';
import { EventRefused, position, type Event, type Position } from '../../bpmn/engine/index.js';
import type { ProcessModel } from '../../bpmn/model/process.js';
import {
  ADAPTER_REFUSED,
  BPMN_ERROR,
  CASE_QUEUE,
  CASE_WORKFLOW,
  CHILD_ENDED_SIGNAL,
  COMMAND_UPDATE,
  DELIVER_SIGNAL,
  type CaseCommand,
  type CaseInput,
  type CaseState,
  type RecordInput,
} from '../../workflows/contracts/case.js';
import type { HeldCalls } from './held-calls.js';

/** How long a step may take to be recorded; ms. */
const PATIENCE = 30_000;
const ACTOR = { person: 'system:script' };

type Body = CaseCommand extends infer C
  ? C extends CaseCommand
    ? Omit<C, 'id' | 'actor'>
    : never
  : never;

export class WorkflowCase implements ScriptedCase {
  private readonly steps: RecordInput[] = [];
  /** Steps whose effects have been told. */
  private told = 0;
  private woken: () => void = () => undefined;

  constructor(
    readonly model: ProcessModel,
    private readonly input: CaseInput,
    private readonly temporal: Client,
    private readonly calls: HeldCalls,
  ) {}

  /** What the workflow's `record` says; a repeated step is the one already known. */
  record(step: RecordInput): void {
    if (step.step <= this.steps.length) return;
    this.steps.push(step);
    this.woken();
  }

  get position(): Position {
    return position(this.model, this.last.engineState);
  }

  waiting(): Waiting[] {
    return waitingIn(this.model, this.last.engineState);
  }

  async apply(event: Event): Promise<Effects> {
    await this.send(event);
    const fresh = this.steps.slice(this.told);
    this.told = this.steps.length;
    return {
      completed: fresh.flatMap(({ completed }) => completed),
      thrown: fresh.flatMap(({ thrown }) => thrown),
    };
  }

  private get last(): RecordInput {
    const last = this.steps.at(-1);
    if (!last) throw new Error('the workflow has not recorded a step');
    return last;
  }

  private get handle(): WorkflowHandle {
    return this.temporal.workflow.getHandle(this.input.caseNumber);
  }

  private send(event: Event): Promise<unknown> {
    switch (event.type) {
      case 'start':
        return this.start(event);
      case 'completeTask': {
        const { key: taskKey, answer, variables } = event;
        return this.update({ kind: 'complete', taskKey, ...answer, form: answer.form, variables });
      }
      case 'escalated':
        return this.update({ ...event, kind: 'escalate' });
      case 'setVariables':
        return this.update({ kind: 'setVariables', variables: event.variables });
      case 'messageReceived': {
        const { name, key, subscription, variables } = event;
        return subscription === undefined
          ? this.update({ kind: 'message', name, key, variables })
          : this.update({ kind: 'deliver', subscription, name, key, variables });
      }
      case 'signalReceived':
        return this.signal(event);
      case 'activityDone':
        this.calls.end(this.callOf(event.occurrence));
        return this.caused(`activity:${event.occurrence}`);
      case 'activityFailed':
        this.calls.fail(this.callOf(event.occurrence), failureOf(event));
        return this.caused(`activity:${event.occurrence}`);
      case 'childDone':
        return this.childDone(event);
      default:
        throw new Error(`a script on the workflow cannot play ${event.type}`);
    }
  }

  private async start({
    variables = {},
    message,
    signal,
    startEvent,
  }: Extract<Event, { type: 'start' }>): Promise<void> {
    const startedBy = { message, signal, startEvent };
    await this.temporal.workflow.start(CASE_WORKFLOW, {
      workflowId: this.input.caseNumber,
      taskQueue: CASE_QUEUE,
      args: [{ ...this.input, variables, startedBy } satisfies CaseInput],
    });
    await this.caused('start');
  }

  /** @throws EventRefused with the workflow's refusal */
  private async update(body: Body): Promise<void> {
    const command = { id: randomUUID(), actor: ACTOR, ...body } as CaseCommand;
    try {
      await this.handle.executeUpdate(COMMAND_UPDATE, { args: [command], updateId: command.id });
    } catch (error) {
      const refusal = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
      if (!(refusal instanceof ApplicationFailure)) throw error;
      throw new EventRefused(refusal.type ?? 'refused', refusal.message);
    }
  }

  private async signal({
    name,
    variables,
  }: Extract<Event, { type: 'signalReceived' }>): Promise<void> {
    const subscriptions = this.position.subscriptions
      .filter((open) => open.kind === 'signal' && open.name === name)
      .map(({ id }) => id);
    if (subscriptions.length === 0) throw new EventRefused('signal-not-awaited', name);
    const id = randomUUID();
    await this.handle.signal(DELIVER_SIGNAL, { id, name, variables, subscriptions });
    await this.caused(`signal:${id}`);
  }

  /** As a child case tells its parent how it ended. */
  private async childDone({
    occurrence,
    result,
  }: Extract<Event, { type: 'childDone' }>): Promise<void> {
    const { outcome = 'finished' } = (result ?? {}) as { outcome?: CaseState };
    const ended = { caseNumber: randomUUID(), state: outcome, outcome };
    await this.handle.signal(CHILD_ENDED_SIGNAL, { occurrence, result: ended });
    await this.caused(`child:${occurrence}`);
  }

  private callOf(occurrence: string): string {
    return `${this.input.caseNumber}/${occurrence}`;
  }

  /** Waits until a step with this cause is recorded after those already told. */
  private async caused(cause: string): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (!this.steps.slice(this.told).some((step) => step.cause === cause)) {
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`the workflow did not record ${cause} within ${PATIENCE} ms`);
      await this.nextStep(left);
    }
  }

  private nextStep(within: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, within);
      this.woken = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function failureOf({ error, message = '' }: Extract<Event, { type: 'activityFailed' }>): Error {
  return error === undefined
    ? ApplicationFailure.nonRetryable(message, ADAPTER_REFUSED)
    : ApplicationFailure.nonRetryable(message, BPMN_ERROR, error, message);
}
