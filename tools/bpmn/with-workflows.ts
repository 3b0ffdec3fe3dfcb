import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScriptHost } from '../../bpmn/conformance/index.js';
import { startTemporal } from '../embedded/temporal.js';
import { openWorkflowHost } from './workflow-host.js';

/** Does the work beside an embedded Temporal, which is thrown away afterwards. */
export async function withWorkflows<T>(work: (host: ScriptHost) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'onestop-bpmn-'));
  const progress = (message: string) => process.stderr.write(`${message}\n`);
  const temporal = await startTemporal({ dir, inMemory: true, progress, endsWithStarter: true });
  try {
    const place = { temporalAddress: temporal.address, temporalNamespace: 'default' };
    const host = await openWorkflowHost(place);
    try {
      return await work(host);
    } finally {
      await host.close();
    }
  } finally {
    await temporal.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
