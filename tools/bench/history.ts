/** What a case leaves in Temporal: events and workflow tasks, counted on a sample of ended cases. */
import { Client, Connection } from '@temporalio/client';
import type { Config } from '../../src/platform/config.js';

const SAMPLE = 20;

export interface HistoryCost {
  events: number;
  workflowTasks: number;
  bytes: number;
}

/** Averages over up to 20 of the cases, rounded to one decimal. */
export async function historyCost(config: Config, caseNumbers: string[]): Promise<HistoryCost> {
  const connection = await Connection.connect({ address: config.temporalAddress });
  const client = new Client({ connection, namespace: config.temporalNamespace });
  const sample = caseNumbers.slice(-SAMPLE);
  const total: HistoryCost = { events: 0, workflowTasks: 0, bytes: 0 };
  try {
    for (const number of sample) {
      const { events } = await client.workflow.getHandle(number).fetchHistory();
      total.events += events?.length ?? 0;
      total.workflowTasks +=
        events?.filter((event) => event.workflowTaskCompletedEventAttributes).length ?? 0;
      const described = await client.workflow.getHandle(number).describe();
      total.bytes += Number(described.historySize ?? 0);
    }
  } finally {
    await connection.close();
  }
  const average = (sum: number) => Math.round((sum / Math.max(sample.length, 1)) * 10) / 10;
  return {
    events: average(total.events),
    workflowTasks: average(total.workflowTasks),
    bytes: average(total.bytes),
  };
}
