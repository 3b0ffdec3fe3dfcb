/** Histories recorded on earlier releases replay on today's code: what is in flight stays as it was. */
import { readFileSync, readdirSync } from 'node:fs';
import { defaultPayloadConverter } from '@temporalio/common';
import proto from '@temporalio/proto';
import { DefaultLogger, Worker } from '@temporalio/worker';
import { dataConverter } from '../../src/platform/temporal/index.js';
import { workflowBundle } from '../../src/worker/workflow-bundle.js';
import type { CaseInput } from '../../workflows/contracts/case.js';
import { NEAR_ADAPTERS } from '../../workflows/near-adapters.js';
import { REPLAY_KEY, type RecordedCase } from './fixture.js';

const folder = new URL('./histories/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

const recordedIn = (file: string): RecordedCase =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as RecordedCase;
const converterOf = ({ models }: RecordedCase) =>
  dataConverter(REPLAY_KEY, (hash) => Promise.resolve(models[hash] ?? null));
const historyOf = ({ history }: RecordedCase) =>
  proto.temporal.api.history.v1.History.decode(Buffer.from(history, 'base64'));

/** What the case was opened with. */
async function inputOf(recorded: RecordedCase): Promise<CaseInput> {
  const [begun] = historyOf(recorded).events;
  const { input } = begun!.workflowExecutionStartedEventAttributes!;
  const { payloadCodecs = [] } = converterOf(recorded);
  let payloads = input!.payloads!;
  for (const codec of [...payloadCodecs].reverse()) payloads = await codec.decode(payloads);
  return defaultPayloadConverter.fromPayload<CaseInput>(payloads[0]!);
}

describe('recorded histories', () => {
  it('are there to be replayed, some of cases that call near adapters within the step', async () => {
    const inputs = await Promise.all(files.map((file) => inputOf(recordedIn(file))));
    const near = inputs.map(({ nearAdapters }) => nearAdapters);
    expect(near).toContain(undefined);
    expect(near).toContain(NEAR_ADAPTERS);
  });

  it.each(files.filter((file) => file.includes('.engine-')))(
    '%s is of the engine its name says',
    async (file) => {
      const { engine } = await inputOf(recordedIn(file));
      expect(file).toMatch(new RegExp(`\\.engine-${engine}\\.json$`));
    },
  );

  it.each(files)(
    '%s replays on the present code',
    async (file) => {
      const recorded = recordedIn(file);
      await Worker.runReplayHistory(
        {
          workflowBundle: await workflowBundle(new DefaultLogger('WARN')),
          dataConverter: converterOf(recorded),
        },
        historyOf(recorded),
        recorded.workflowId,
      );
    },
    60_000,
  );
});
