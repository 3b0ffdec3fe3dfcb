/** The stage of the case tests with a relay beside it. */
import type { Variables } from '../../bpmn/engine/index.js';
import { Correlation } from '../../src/cases/correlation/correlation.js';
import { CorrelationRelay } from '../../src/cases/correlation/relay.js';
import { RecurringRunner, tasksOf } from '../../src/platform/recurring/index.js';
import { openStage, type Play, type Stage } from '../workflow/stage.js';

export interface CorrelationStage extends Stage {
  correlation: Correlation;
  relay: RecurringRunner;
}

export async function openCorrelationStage(plays: Record<string, Play>): Promise<CorrelationStage> {
  const stage = await openStage(plays);
  const { dataSource, temporal, dispatcher } = stage;
  const settings = { messageKept: 60_000, dayLength: 86_400_000 };
  const correlation = new Correlation(dataSource, temporal, settings, dispatcher);
  const relay = new RecurringRunner(dataSource);
  relay.start(tasksOf(new CorrelationRelay(dataSource, correlation)));
  return {
    ...stage,
    correlation,
    relay,
    async close() {
      await relay.stop();
      await stage.close();
    },
  };
}

/** A message from outside. */
export function outside(id: string, name: string, key: string | null, variables: Variables = {}) {
  return { id, name, key, variables, publisher: 'system:test' };
}
