/** Every script of the pure engine, on the real case workflow; those that move the clock excepted. */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runCase, type CaseOutcome } from '../../tools/bpmn/case.js';
import { openWorkflowHost, type WorkflowHost } from '../../tools/bpmn/workflow-host.js';
import { createTestNamespace, TEMPORAL_METRICS, testServers } from '../servers/index.js';

const FOLDER = fileURLToPath(new URL('../conformance/', import.meta.url));
const AT_ONCE = 8;

describe('the case workflow', () => {
  let host: WorkflowHost;
  beforeAll(async () => {
    const { temporalAddress } = testServers();
    const temporalNamespace = await createTestNamespace();
    host = await openWorkflowHost({
      temporalAddress,
      temporalNamespace,
      temporalMetricsAddress: TEMPORAL_METRICS,
    });
  }, 60_000);
  afterAll(() => host?.close(), 30_000);

  it('does what every script says that the pure engine passes', async () => {
    const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json')).sort();
    const outcomes: CaseOutcome[] = [];
    while (files.length > 0) {
      const stems = files.splice(0, AT_ONCE).map((file) => FOLDER + file.replace(/\.json$/, ''));
      const played = stems.map((stem) => runCase(`${stem}.bpmn`, `${stem}.json`, host));
      outcomes.push(...(await Promise.all(played)));
    }
    const played = outcomes.filter(({ usable }) => usable);
    const failed = played.map(({ result }) => result).filter(({ ok }) => !ok);
    expect(failed).toEqual([]);
    expect(played.length).toBeGreaterThan(300);
    const refused = outcomes.filter(({ usable }) => !usable).map(({ result }) => result);
    for (const result of refused)
      expect(result).toMatchObject({ error: expect.stringContaining('time cannot be moved') });
  }, 400_000);
});
