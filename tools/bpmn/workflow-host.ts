/**
 * Scripts on the real case workflow: a Temporal server, workers with the workflow's own code, and each
 * pool a workflow of its own. Only what `record` writes stays in memory here, and adapters wait for the
 * script.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { hashModel } from '../../bpmn/compiler/index.js';
import { ENGINE } from '../../bpmn/engine/index.js';
import type { ScriptedCase, ScriptHost } from '../../bpmn/conformance/index.js';
import type { ProcessModel } from '../../bpmn/model/process.js';
import { openTemporal } from '../../src/platform/temporal/index.js';
import { startWorkers } from '../../src/worker/worker.js';
import type {
  AdapterActivities,
  CaseActivities,
  CaseInput,
  RecordInput,
} from '../../workflows/contracts/case.js';
import { HeldCalls } from './held-calls.js';
import { WorkflowCase } from './workflow-case.js';

/** Monday to Friday, as the scripts' own clock has it, for the years around. */
const weekdays = (year: number): string => {
  let days = '';
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000)
    days += [0, 6].includes(new Date(day).getUTCDay()) ? '0' : '1';
  return days;
};
const CALENDAR = {
  version: 'weekdays',
  years: Object.fromEntries([2025, 2026, 2027, 2028, 2029].map((year) => [year, weekdays(year)])),
};

/** A case of its own that a script answers for: it stands open. */
const STAND_IN: ProcessModel = {
  format: 1,
  id: 'stand-in',
  called: {},
  body: {
    elements: {
      start: { id: 'start', type: 'startEvent', incoming: [], outgoing: ['go'] },
      open: {
        id: 'open',
        type: 'receiveTask',
        message: { name: { value: 'never' } },
        boundary: [],
        inputs: [],
        outputs: [],
        incoming: ['go'],
        outgoing: [],
      },
    },
    flows: [{ id: 'go', source: 'start', target: 'open' }],
  },
};

export interface WorkflowHost extends ScriptHost {
  close(): Promise<void>;
}

export interface TemporalPlace {
  temporalAddress: string;
  temporalNamespace: string;
  temporalMetricsAddress?: string;
}

export async function openWorkflowHost(place: TemporalPlace): Promise<WorkflowHost> {
  const config = { ...place, payloadKeys: `test:${randomBytes(32).toString('base64')}` };
  const models = new Map<string, ProcessModel>();
  const cases = new Map<string, WorkflowCase>();
  const calls = new HeldCalls();
  const temporal = openTemporal(config);

  const inputFor = (model: ProcessModel): CaseInput => {
    const hash = hashModel(model);
    models.set(hash, model);
    return {
      caseNumber: randomUUID(),
      item: { code: 'script', version: 1 },
      limits: {},
      region: '210300',
      leadDepartment: 'script',
      model: { $model: hash },
      engine: ENGINE,
      calendar: CALENDAR,
      dayLength: 86_400_000,
      adapterGiveUp: 600_000,
      variables: {},
    };
  };
  const caseActivities: CaseActivities = {
    record: (step: RecordInput) => {
      cases.get(step.caseNumber)?.record(step);
      return Promise.resolve(null);
    },
    openChild: ({ parent, occurrence }) =>
      Promise.resolve({
        ...inputFor(STAND_IN),
        parent: { caseNumber: parent, occurrence },
      }),
    calendarNow: () => Promise.resolve(CALENDAR),
  };
  const adapterActivities: AdapterActivities = { callAdapter: (call) => calls.waitFor(call.key) };
  const workers = await startWorkers({
    config,
    models: (hash) => Promise.resolve(models.get(hash) ?? null),
    caseActivities,
    adapterActivities,
  });
  return {
    advances: false,
    adaptersSetVariables: false,
    open(model): ScriptedCase {
      const input = inputFor(model);
      const played = new WorkflowCase(model, input, temporal, calls);
      cases.set(input.caseNumber, played);
      return played;
    },
    async close() {
      calls.giveUp();
      await workers.shutdown();
      await temporal.connection.close();
    },
  };
}
