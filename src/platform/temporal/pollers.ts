/** Who asks Temporal for work. */
import type { Client } from '@temporalio/client';

/** A worker that has not polled for so long is gone; ms. Long polls last a minute. */
const POLLED_WITHIN = 90_000;
/** gRPC code of TASK_QUEUE_TYPE_WORKFLOW. */
const WORKFLOW_QUEUE = 1;

/**
 * How many workers poll for the workflows of a queue, a killed one up to 90 s longer.
 * @param patience ms
 * @throws when Temporal does not answer within it
 */
export async function pollersOf(
  { connection, workflowService, options: { namespace } }: Client,
  queue: string,
  patience: number,
): Promise<number> {
  const { pollers } = await connection.withDeadline(Date.now() + patience, () =>
    workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: queue },
      taskQueueType: WORKFLOW_QUEUE,
    }),
  );
  const oldest = (Date.now() - POLLED_WITHIN) / 1000;
  return (pollers ?? []).filter(
    ({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) > oldest,
  ).length;
}
