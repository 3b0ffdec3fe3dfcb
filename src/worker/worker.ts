/**
 * Temporal workers of one process: `case` runs workflows and their local activities, `act.<level>`
 * call adapters. `WORKER_QUEUES` (comma separated) picks some of them, so that a county may run its own.
 */
import {
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  type TelemetryOptions,
  Worker,
} from '@temporalio/worker';
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { pino } from 'pino';
import type { FaultSinks } from '../../workflows/fault-point.js';
import {
  CASE_QUEUE,
  activityQueue,
  type AdapterActivities,
  type CaseActivities,
  type NearAdapterActivities,
} from '../../workflows/contracts/case.js';
import type { Config } from '../platform/config.js';
import { createLogger } from '../platform/observability/logger.js';
import { reachFaultPoint, type FaultPoint } from '../platform/fault/fault-points.js';
import {
  dataConverter,
  tracedActivities,
  type Activation,
  type ModelStore,
  type StuckNotes,
} from '../platform/temporal/index.js';
import { ActivationGuard } from './activation-guard.js';
import { guardedWorker } from './guarded-worker.js';
import { workflowBundle } from './workflow-bundle.js';

const LEVELS = ['province', 'city', 'county', 'township'];
export const ALL_QUEUES = [CASE_QUEUE, ...LEVELS.map(activityQueue)];

export interface WorkerParts {
  config: Pick<
    Config,
    'temporalAddress' | 'temporalNamespace' | 'payloadKeys' | 'temporalMetricsAddress'
  >;
  /** Where the compiled processes of cases are found by their hash. */
  models: ModelStore;
  caseActivities: CaseActivities;
  adapterActivities: AdapterActivities;
  /** What outlives a worker of steps that keep it busy; default nothing. */
  stuckNotes?: StuckNotes;
  /** What to do about a step that lasts too long; default: this process ends, to be started again. */
  onStuck?: (activation: Activation) => void;
  /** Queues to poll; default all. */
  queues?: string[];
  /** Queues of adapters that cases of this process may call from within a step; default none. */
  near?: readonly string[];
}

/** Running workers of this process. */
export interface RunningWorkers {
  /** Resolves when all have stopped; rejects when one failed. */
  done: Promise<void>;
  /** Whether all of them ask Temporal for work. */
  polling(): boolean;
  /** Lets what is under way finish, then stops. */
  shutdown(): Promise<void>;
}

const sinks = {
  fault: {
    reached: {
      fn: (_info: unknown, point: string) => reachFaultPoint(point as FaultPoint),
      callDuringReplay: false,
    },
  },
} satisfies Record<keyof FaultSinks, unknown>;

const log = createLogger('worker', pino.destination({ dest: 2, sync: true }));

/** The SDK's own words: only what went wrong, and of that no payloads. */
const quiet = new DefaultLogger('WARN', ({ level, message, meta }) => {
  // A worker for adapters alone says at every start that it has no workflows: it is meant so.
  if (message.startsWith('No workflows registered')) return;
  const error = meta?.['error'] instanceof Error ? meta['error'].name : undefined;
  log[level === 'ERROR' ? 'error' : 'warn']({ error, case: meta?.['workflowId'] }, message);
});

/** Once a process: the SDK forbids a second time. */
let installed = false;
function installRuntime(metricsAddress: string | undefined): void {
  // Forwarded, or the core writes to standard output, which belongs to the programs.
  const filter = makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' });
  const telemetryOptions: TelemetryOptions = {
    logging: { forward: {}, filter },
    // Temporal's own figures, among them how long tasks wait for a worker (temporal_…).
    ...(metricsAddress && {
      metrics: { prometheus: { bindAddress: metricsAddress, useSecondsForDurations: true } },
    }),
  };
  if (!installed) Runtime.install({ logger: quiet, telemetryOptions });
  installed = true;
}

/** Whatever else it was at is handed to the workers that remain, or to the next. */
function endProcess({ workflowId, historyLength }: Activation): void {
  log.fatal(
    { case: workflowId, historyLength },
    `办件 ${workflowId} 的一步（历史第 ${historyLength} 条）迟迟不结束，处理程序就此退出，以便重新启动`,
  );
  process.exit(70);
}

function nearAdapters(
  { callAdapter }: AdapterActivities,
  near: readonly string[],
): NearAdapterActivities {
  return {
    callNearAdapter: async (call, queue) => {
      if (near.includes(queue)) return callAdapter(call);
      // Nobody's fault, and no better a second time: the ordinary call goes there.
      throw ApplicationFailure.create({
        message: `${queue} is served elsewhere`,
        type: 'SERVED_ELSEWHERE',
        nonRetryable: true,
        category: ApplicationFailureCategory.BENIGN,
      });
    },
  };
}

export async function startWorkers(parts: WorkerParts): Promise<RunningWorkers> {
  const { config, models, queues = ALL_QUEUES, near = [] } = parts;
  installRuntime(config.temporalMetricsAddress);
  const connection = await NativeConnection.connect({ address: config.temporalAddress });
  const converter = dataConverter(config.payloadKeys, models);
  const guard = new ActivationGuard(parts.onStuck ?? endProcess, parts.stuckNotes);
  await guard.start();
  const common = {
    connection,
    namespace: config.temporalNamespace,
    interceptors: { activity: [tracedActivities] },
    shutdownGraceTime: '5s' as const,
  };
  const workers = await Promise.all(
    queues.map(async (taskQueue) =>
      taskQueue === CASE_QUEUE
        ? guardedWorker(guard).create({
            ...common,
            taskQueue,
            dataConverter: converter,
            workflowBundle: await workflowBundle(quiet),
            activities: { ...parts.caseActivities, ...nearAdapters(parts.adapterActivities, near) },
            sinks,
            maxCachedWorkflows: 1000,
          })
        : Worker.create({
            ...common,
            taskQueue,
            dataConverter: converter,
            activities: { ...parts.adapterActivities },
            maxConcurrentActivityTaskExecutions: 50,
          }),
    ),
  );
  const running = Promise.all(workers.map((worker) => worker.run()));
  const done = running.finally(() => guard.stop()).then(() => connection.close());
  return {
    done,
    polling: () => workers.every((worker) => worker.getState() === 'RUNNING'),
    async shutdown() {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await done;
    },
  };
}
