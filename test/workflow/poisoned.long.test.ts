/**
 * A step that never ends, whatever brings it: a completion is tried in `test/chaos`; here a timer, a signal
 * and a message, each on a worker of its own process, which ends three times and is started again. Then the
 * case is set aside, and another finishes.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WAITS } from '../../tools/bench/correlation/waiting.js';
import { builtProgram } from '../../tools/build/program.mjs';
import { ROOT } from '../../tools/start/settings.js';
import { DELIVER_SIGNAL, type DeliveredSignal } from '../../workflows/contracts/case.js';
import {
  BY_HANDLER,
  caseWhen,
  diagram,
  eventually,
  openStage,
  openTask,
  type Stage,
} from './stage.js';

const TIMED = diagram(
  'timed',
  `<startEvent id="start"/><userTask id="desk" name="经办" ${BY_HANDLER}/>
   <boundaryEvent id="late" attachedToRef="desk" cancelActivity="false"><timerEventDefinition>
     <timeDuration>PT5S</timeDuration></timerEventDefinition></boundaryEvent>
   <endEvent id="end"/><endEvent id="end2"/>
   <sequenceFlow id="f1" sourceRef="start" targetRef="desk"/>
   <sequenceFlow id="f2" sourceRef="desk" targetRef="end"/>
   <sequenceFlow id="f3" sourceRef="late" targetRef="end2"/>`,
);

const folder = mkdtempSync(join(tmpdir(), 'onestop-poisoned-'));
const faultFile = join(folder, 'fault');
let stage: Stage;
let program: string;
beforeAll(async () => {
  stage = await openStage({ waits: { xml: WAITS }, timed: { xml: TIMED } });
  await stage.stopWorkers();
  program = await builtProgram('src/main-worker.ts');
}, 120_000);
afterAll(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true });
});

/** A worker that is started again whenever it ends, as a supervisor does. */
function keepWorker(): () => Promise<void> {
  let over = false;
  let child: ChildProcess;
  const env = { ...process.env, ...stage.environment, FAULT_FILE: faultFile };
  const start = () => {
    child = spawn(process.execPath, [program], { cwd: ROOT, stdio: 'ignore', env });
    child.once('exit', () => over || start());
  };
  start();
  return async () => {
    over = true;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  };
}

const signal = (number: string) =>
  stage.temporal.workflow.getHandle(number).signal<[DeliveredSignal]>(DELIVER_SIGNAL, {
    ...{ id: randomUUID(), name: 'alarm', variables: {}, subscriptions: ['alarmed~1'] },
  });
const message = (number: string) => {
  const sent = { id: randomUUID(), caseNumber: number, name: 'go', variables: {} };
  // Answered when the case is taken up again, if at all.
  void stage.cases.message(sent).catch(() => undefined);
  return Promise.resolve();
};

it.each([
  ['a timer', 'timed', () => Promise.resolve()],
  ['a signal', 'waits', signal],
  ['a message', 'waits', message],
])(
  '%s that brings such a step ends in an incident',
  async (_, processId, bring) => {
    await stage.startWorkers();
    const number = await stage.submit(processId, { form: { area: randomUUID() } });
    await openTask(stage.dataSource, number, 'desk');
    await stage.stopWorkers();
    writeFileSync(faultFile, `busy ${number}`);
    const end = keepWorker();
    try {
      await bring(number);
      const [incident] = await eventually(
        'the incident',
        async () => {
          const rows = await stage.dataSource.query<{ code: string }[]>(
            `SELECT code FROM incident WHERE case_number = $1 AND state = 'open'`,
            [number],
          );
          return rows.length > 0 ? rows : undefined;
        },
        240_000,
      );
      expect(incident).toEqual({ code: 'worker-aborted' });
      const other = await stage.submit('waits', { form: { area: randomUUID() } });
      await stage.complete(other, 'desk');
      await caseWhen(stage.dataSource, other, ({ ended }) => ended);
    } finally {
      await end();
      rmSync(faultFile, { force: true });
    }
  },
  400_000,
);
