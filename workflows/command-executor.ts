/**
 * The engine's commands carried out in Temporal: adapters as activities, timers, child workflows.
 * Activities and timers run each in a cancellation scope of its own; what comes back is handed to
 * `back` as an event.
 */
import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  ChildWorkflowFailure,
  ParentClosePolicy,
  defineSignal,
  getExternalWorkflowHandle,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  sleep,
  startChild,
} from '@temporalio/workflow';
import type {
  Command,
  Event,
  Json,
  OpenActivity,
  OpenChild,
  OpenTimer,
} from '../bpmn/engine/index.js';
import {
  ADAPTER_REFUSED,
  BPMN_ERROR,
  CASE_QUEUE,
  CASE_WORKFLOW,
  PARENT_WITHDRAWN_SIGNAL,
  activityQueue,
  idempotencyKey,
  type AdapterActivities,
  type CaseActivities,
  type CaseInput,
  type CaseResult,
  type Cause,
} from './contracts/case.js';
import { now } from './now.js';
import { searchAttributesOf } from './search-attributes.js';

/** Local, because short, idempotent and part of the step itself. */
export const local = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '3s',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '5s' },
});

/** Nobody polling the queue for this long is an incident. */
const UNATTENDED = '10 minutes';

/** Hands an event back to the case; resolves when its step is recorded. */
export type Back = (event: UntimedEvent, cause: Cause) => Promise<unknown>;
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;
export type UntimedEvent = Event extends infer E
  ? E extends Event
    ? Omit<E, 'at'>
    : never
  : never;

const parentWithdrawn = defineSignal<[string]>(PARENT_WITHDRAWN_SIGNAL);

export class CommandExecutor {
  private readonly scopes = new Map<string, CancellationScope>();
  /** Occurrence → case number of the child. */
  readonly children: Map<string, string>;
  /** Occurrence → why, for children withdrawn before they had a number. */
  private readonly withdrawnEarly = new Map<string, string>();
  private starting = 0;

  /** @param inTurn runs work between two events of the case, never beside one */
  constructor(
    private readonly input: CaseInput,
    private readonly back: Back,
    private readonly inTurn: InTurn,
    children: [string, string][],
  ) {
    this.children = new Map(children);
  }

  /** Starts or cancels what a step asks for; returns at once. */
  perform(commands: Command[]): void {
    for (const command of commands) this.performOne(command);
  }

  private performOne(command: Command): void {
    switch (command.type) {
      case 'startActivity':
        return this.activity(command.activity);
      case 'setTimer':
        return this.timer(command.timer);
      case 'startChild':
        return this.child(command.child);
      case 'cancelActivity':
        return this.cancel(`activity:${command.occurrence}`);
      case 'cancelTimer':
        return this.cancel(`timer:${command.id}`);
      case 'cancelChild':
        return this.withdrawChild(command.occurrence, '上级办件的流程已离开该环节');
      case 'openTask':
      case 'closeTask':
      case 'subscribe':
      case 'unsubscribe':
      case 'throwMessage':
      case 'throwSignal':
      case 'raiseIncident':
      case 'resolveIncident':
      case 'completed':
      case 'done':
        return;
    }
  }

  /** Whether every child asked for has started; a run replaced before that would start it twice. */
  get idle(): boolean {
    return this.starting === 0;
  }

  /** After continue-as-new: whatever was under way is started again under its own key. */
  restore(open: { activities: OpenActivity[]; timers: OpenTimer[]; children: OpenChild[] }): void {
    for (const activity of open.activities) this.activity(activity);
    for (const timer of open.timers) this.timer(timer);
    for (const child of open.children) {
      if (!this.children.has(child.occurrence)) this.child(child);
    }
  }

  /** Ends everything under way here; children are told by `withdrawChildren`. */
  cancelAll(): void {
    for (const scope of this.scopes.values()) scope.cancel();
    this.scopes.clear();
  }

  /** Tells the children of the given occurrences; those still opening are told once they run. */
  withdrawChildren(open: OpenChild[], reason: string): void {
    for (const { occurrence } of open) this.withdrawChild(occurrence, reason);
  }

  private cancel(name: string): void {
    this.scopes.get(name)?.cancel();
    this.scopes.delete(name);
  }

  /** Runs `work` in a scope that `cancel(name)` ends; being cancelled is no failure. */
  private run(name: Cause, work: () => Promise<void>): void {
    const scope = new CancellationScope();
    this.scopes.set(name, scope);
    void scope
      .run(work)
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      })
      .finally(() => {
        if (this.scopes.get(name) === scope) this.scopes.delete(name);
      });
  }

  /** One that is set anew takes the place of the one before. */
  private timer({ id, due }: OpenTimer): void {
    const cause = `timer:${id}`;
    this.run(cause, async () => {
      await sleep(Math.max(due - now(), 1));
      await this.back({ type: 'timerFired', id }, cause);
    });
  }

  private activity(activity: OpenActivity): void {
    const cause = `activity:${activity.occurrence}`;
    this.run(cause, async () => {
      await this.back(await this.call(activity), cause);
    });
  }

  private async call(activity: OpenActivity): Promise<UntimedEvent> {
    const { occurrence, element, adapter, input } = activity;
    const { callAdapter } = proxyActivities<AdapterActivities>({
      taskQueue: activityQueue(activity.level),
      startToCloseTimeout: '20s',
      scheduleToStartTimeout: UNATTENDED,
      scheduleToCloseTimeout: this.input.adapterGiveUp,
      retry: {
        initialInterval: '500ms',
        backoffCoefficient: 2,
        maximumInterval: '15s',
        nonRetryableErrorTypes: [ADAPTER_REFUSED, BPMN_ERROR],
      },
    });
    const { caseNumber } = this.input;
    const key = idempotencyKey(caseNumber, activity);
    try {
      const result = await callAdapter({ key, caseNumber, element, occurrence, adapter, input });
      return { type: 'activityDone', occurrence, result };
    } catch (error) {
      if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
      return { type: 'activityFailed', occurrence, ...adapterFailure(error) };
    }
  }

  /**
   * Never cancelled: a child cancelled between its start's request and its confirmation leaves a
   * history that cannot be replayed. A child is told by signal that its parent goes on without it.
   */
  private child(child: OpenChild): void {
    const { occurrence } = child;
    void CancellationScope.nonCancellable(async () => {
      const failed = await this.startChild(child);
      if (failed)
        await this.back({ type: 'childFailed', occurrence, ...failed }, `child:${occurrence}`);
    });
  }

  /** Starts the child and waits until it failed; how it ended well comes by signal. */
  private async startChild(child: OpenChild): Promise<{ message: string } | null> {
    const { occurrence, element, item, process, variables } = child;
    if (!item)
      return { message: `调用活动 ${element} 标为独立办件，但没有指明事项（onestop:item）。` };
    const parent = this.input.caseNumber;
    const started = this.startingOne();
    try {
      // Local activities at the same time are replayed in another order than they ended in.
      const input = await this.inTurn(() =>
        local.openChild({ parent, occurrence, element, item, process, variables }),
      );
      const handle = await startChild<(input: CaseInput) => Promise<CaseResult>>(CASE_WORKFLOW, {
        workflowId: input.caseNumber,
        taskQueue: CASE_QUEUE,
        // By its hash: this history must not hold the child's whole diagram.
        args: [{ ...input, model: { $model: input.model.$model } }],
        // A decided child outlives its parent's change of mind.
        parentClosePolicy: ParentClosePolicy.ABANDON,
        typedSearchAttributes: searchAttributesOf(input, 'submitted'),
      });
      this.children.set(occurrence, input.caseNumber);
      started();
      const reason = this.withdrawnEarly.get(occurrence);
      if (reason !== undefined) this.withdrawChild(occurrence, reason);
      await handle.result();
      return null;
    } catch (error) {
      const wrapped = error instanceof ChildWorkflowFailure || error instanceof ActivityFailure;
      const cause = wrapped ? error.cause : error;
      return { message: cause instanceof Error ? cause.message : String(cause) };
    } finally {
      started();
    }
  }

  /** @returns what to call, once or more, when the child has started or cannot */
  private startingOne(): () => void {
    let open = true;
    this.starting += 1;
    return () => {
      if (open) this.starting -= 1;
      open = false;
    };
  }

  private withdrawChild(occurrence: string, reason: string): void {
    const number = this.children.get(occurrence);
    if (!number) {
      this.withdrawnEarly.set(occurrence, reason);
      return;
    }
    void getExternalWorkflowHandle(number)
      .signal(parentWithdrawn, reason)
      .catch(() => undefined); // A child that has ended cannot be withdrawn: nothing to do.
  }
}

/** What the engine must know of a failed activity: a BPMN error the diagram may catch, or an incident. */
function adapterFailure(error: ActivityFailure): { error?: string; message: string } {
  const { cause } = error;
  if (cause instanceof ApplicationFailure && cause.type === BPMN_ERROR) {
    const [code, message] = (cause.details ?? []) as [string, string];
    return { error: code, message };
  }
  return { message: cause?.message ?? error.message };
}

/** The child's result as the variables its parent's diagram sees. */
export function childVariables(result: CaseResult): Record<string, Json> {
  return { caseNumber: result.caseNumber, state: result.state, outcome: result.outcome };
}

/** The outcome of a child case among the parent's variables: an object with a case number. */
export function childOutcome(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || !('caseNumber' in value)) return [];
  return 'outcome' in value && typeof value.outcome === 'string' ? [value.outcome] : [];
}
