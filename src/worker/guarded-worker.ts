/** A Temporal worker whose workflow threads do one step after the other, each under the guard's eyes. */
import { Worker } from '@temporalio/worker';
import type { CompiledWorkerOptions } from '@temporalio/worker/lib/worker-options.js';
import type { Workflow, WorkflowCreator } from '@temporalio/worker/lib/workflow/interface.js';
import type { WorkflowBundleWithSourceMapAndFilename } from '@temporalio/worker/lib/workflow/workflow-worker-thread/input.js';
import type { Logger } from '@temporalio/worker';
import type { ActivationGuard } from './activation-guard.js';

/** The guard ends what lasts too long; a time-out inside V8 would abort Node. */
const NO_TIMEOUT = 2 ** 31 - 1;

/** @returns the SDK's worker with a guard over its workflow threads */
export function guardedWorker(guard: ActivationGuard): typeof Worker {
  return class GuardedWorker extends Worker {
    protected static override async createWorkflowCreator(
      bundle: WorkflowBundleWithSourceMapAndFilename,
      options: CompiledWorkerOptions,
      logger: Logger,
    ): Promise<WorkflowCreator> {
      const one = { ...options, workflowThreadPoolSize: 1, isolateExecutionTimeoutMs: NO_TIMEOUT };
      const lanes = await Promise.all(
        Array.from({ length: options.workflowThreadPoolSize }, () =>
          super.createWorkflowCreator(bundle, one, logger),
        ),
      );
      return new Lanes(lanes, guard);
    }
  };
}

/** Threads, each with its workflows: the one with the fewest takes the next. */
class Lanes implements WorkflowCreator {
  private readonly lanes: Lane[];

  constructor(creators: WorkflowCreator[], guard: ActivationGuard) {
    this.lanes = creators.map((creator) => new Lane(creator, guard));
  }

  createWorkflow(options: Parameters<WorkflowCreator['createWorkflow']>[0]): Promise<Workflow> {
    return this.lanes
      .reduce((fewest, lane) => (lane.workflows < fewest.workflows ? lane : fewest))
      .createWorkflow(options);
  }

  async destroy(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.destroy()));
  }
}

class Lane implements WorkflowCreator {
  workflows = 0;
  private tail: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly creator: WorkflowCreator,
    private readonly guard: ActivationGuard,
  ) {}

  async createWorkflow(options: Parameters<WorkflowCreator['createWorkflow']>[0]) {
    this.workflows += 1;
    const workflow = await this.creator.createWorkflow(options);
    const { workflowId, runId } = options.info;
    return {
      activate: (activation) => {
        const { historyLength = 0 } = activation;
        const step = { workflowId, runId, historyLength: historyLength ?? 0 };
        return this.inTurn(() => this.guard.watch(step, () => workflow.activate(activation)));
      },
      getAndResetSinkCalls: () => workflow.getAndResetSinkCalls(),
      dispose: () => {
        this.workflows -= 1;
        return workflow.dispose();
      },
    } satisfies Workflow;
  }

  destroy(): Promise<void> {
    return this.creator.destroy();
  }

  /** What waits behind a step in the same thread is not that step: it is not watched yet. */
  private inTurn<T>(step: () => Promise<T>): Promise<T> {
    const done = this.tail.then(step);
    this.tail = done.catch(() => undefined);
    return done;
  }
}
