/** Cases of their own that a case opens: child workflows, told by signal when their parent goes on without them. */
import {
  ActivityFailure,
  CancellationScope,
  ChildWorkflowFailure,
  ParentClosePolicy,
  defineSignal,
  getExternalWorkflowHandle,
  startChild,
} from '@temporalio/workflow';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import type { Json, OpenChild } from '../bpmn/engine/index.js';
import type { Back, InTurn } from './coming-back.js';
import {
  CASE_QUEUE,
  CASE_WORKFLOW,
  PARENT_WITHDRAWN_SIGNAL,
  type CaseInput,
  type CaseResult,
} from './contracts/case.js';
import { ABOVE } from './law/index.js';
import { local } from './local-activities.js';
import { searchAttributesOf } from './search-attributes.js';

const parentWithdrawn = defineSignal<[string]>(PARENT_WITHDRAWN_SIGNAL);

export class ChildCases {
  /** Occurrence → case number of the child. */
  readonly numbers: Map<string, string>;
  /** Occurrence → why, for children withdrawn before they had a number. */
  private readonly withdrawnEarly = new Map<string, string>();
  private starting = 0;

  /** @param inTurn runs work between two events of the case, never beside one */
  constructor(
    private readonly input: CaseInput,
    private readonly back: Back,
    private readonly inTurn: InTurn,
    numbers: [string, string][],
  ) {
    this.numbers = new Map(numbers);
  }

  /** Whether every child asked for has started; a run replaced before that would start it twice. */
  get idle(): boolean {
    return this.starting === 0;
  }

  /**
   * Never cancelled: a child cancelled between its start's request and its confirmation leaves a
   * history that cannot be replayed. A child is told by signal that its parent goes on without it.
   */
  open(child: OpenChild): void {
    const { occurrence } = child;
    void CancellationScope.nonCancellable(async () => {
      const failed = await this.start(child);
      if (failed)
        await this.back({ type: 'childFailed', occurrence, ...failed }, `child:${occurrence}`);
    });
  }

  /** Starts the child and waits until it failed; how it ended well comes by signal. */
  private async start(child: OpenChild): Promise<{ message: string } | null> {
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
      started();
      this.follow(occurrence, input.caseNumber);
      await handle.result();
      return null;
    } catch (error) {
      // It runs already, begun by its row when workflows were made anew: it tells how it ends.
      if (error instanceof WorkflowExecutionAlreadyStartedError && occurrence === ABOVE) {
        this.follow(occurrence, error.workflowId);
        return null;
      }
      const wrapped = error instanceof ChildWorkflowFailure || error instanceof ActivityFailure;
      const cause = wrapped ? error.cause : error;
      return { message: cause instanceof Error ? cause.message : String(cause) };
    } finally {
      started();
    }
  }

  private follow(occurrence: string, number: string): void {
    this.numbers.set(occurrence, number);
    const reason = this.withdrawnEarly.get(occurrence);
    if (reason !== undefined) this.withdraw(occurrence, reason);
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

  /** One that is still opening is told once it runs. */
  withdraw(occurrence: string, reason: string): void {
    const number = this.numbers.get(occurrence);
    if (!number) {
      this.withdrawnEarly.set(occurrence, reason);
      return;
    }
    void getExternalWorkflowHandle(number)
      .signal(parentWithdrawn, reason)
      .catch(() => undefined); // A child that has ended cannot be withdrawn: nothing to do.
  }
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
