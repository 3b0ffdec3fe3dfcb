import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Theatre } from '../../bpmn/conformance/index.js';
import { startTemporal } from '../embedded/temporal.js';
import { openWorkflowTheatre } from './workflow-theatre.js';

/** Does the work beside an embedded Temporal, which is thrown away afterwards. */
export async function withWorkflows<T>(work: (theatre: Theatre) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'onestop-bpmn-'));
  const progress = (message: string) => process.stderr.write(`${message}\n`);
  const temporal = await startTemporal({ dir, inMemory: true, progress });
  try {
    const place = { temporalAddress: temporal.address, temporalNamespace: 'default' };
    const theatre = await openWorkflowTheatre(place);
    try {
      return await work(theatre);
    } finally {
      await theatre.close();
    }
  } finally {
    await temporal.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
