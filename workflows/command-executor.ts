/**
 * The engine's commands carried out in Temporal: adapters as activities, timers, child workflows.
 * Activities and timers run each in a cancellation scope of its own; what comes back is handed to
 * `back` as an event.
 */
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Command, OpenActivity, OpenChild, OpenTimer } from '../bpmn/engine/index.js';
import { callAdapter } from './adapter-call.js';
import { ChildCases } from './child-cases.js';
import type { Back, InTurn } from './coming-back.js';
import type { CaseInput, Cause } from './contracts/case.js';
import { KnownHistory } from './near-adapters.js';
import { now } from './now.js';

export class CommandExecutor {
  private readonly scopes = new Map<string, CancellationScope>();
  private readonly childCases: ChildCases;
  readonly history = new KnownHistory();

  /** @param inTurn runs work between two events of the case, never beside one */
  constructor(
    private readonly input: CaseInput,
    private readonly back: Back,
    private readonly inTurn: InTurn,
    children: [string, string][],
  ) {
    this.childCases = new ChildCases(input, back, inTurn, children);
  }

  /** Occurrence → case number of the child. */
  get children(): ReadonlyMap<string, string> {
    return this.childCases.numbers;
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
        return this.childCases.open(command.child);
      case 'cancelActivity':
        return this.cancel(`activity:${command.occurrence}`);
      case 'cancelTimer':
        return this.cancel(`timer:${command.id}`);
      case 'cancelChild':
        return this.childCases.withdraw(command.occurrence, '上级办件的流程已离开该环节');
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
    return this.childCases.idle;
  }

  /** After continue-as-new: whatever was under way is started again under its own key. */
  restore(open: { activities: OpenActivity[]; timers: OpenTimer[]; children: OpenChild[] }): void {
    for (const activity of open.activities) this.activity(activity);
    for (const timer of open.timers) this.timer(timer);
    for (const child of open.children) {
      if (!this.children.has(child.occurrence)) this.childCases.open(child);
    }
  }

  /** Ends everything under way here; children are told by `withdrawChildren`. */
  cancelAll(): void {
    for (const scope of this.scopes.values()) scope.cancel();
    this.scopes.clear();
  }

  /** Tells the children of the given occurrences; those still opening are told once they run. */
  withdrawChildren(open: Pick<OpenChild, 'occurrence'>[], reason: string): void {
    for (const { occurrence } of open) this.childCases.withdraw(occurrence, reason);
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
      await this.back(await callAdapter(this.input, activity, this.history, this.inTurn), cause);
    });
  }
}
