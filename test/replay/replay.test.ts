/** Histories recorded on earlier releases replay on today's code: what is in flight stays as it was. */
import { readFileSync, readdirSync } from 'node:fs';
import proto from '@temporalio/proto';
import { DefaultLogger, Worker } from '@temporalio/worker';
import { dataConverter } from '../../src/platform/temporal/index.js';
import { workflowBundle } from '../../src/worker/workflow-bundle.js';
import { REPLAY_KEY, type RecordedCase } from './fixture.js';

const folder = new URL('./histories/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

describe('recorded histories', () => {
  it('are there to be replayed', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)(
    '%s replays on the present code',
    async (file) => {
      const recorded = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as RecordedCase;
      await Worker.runReplayHistory(
        {
          workflowBundle: await workflowBundle(new DefaultLogger('WARN')),
          dataConverter: dataConverter(REPLAY_KEY, (hash) =>
            Promise.resolve(recorded.models[hash] ?? null),
          ),
        },
        proto.temporal.api.history.v1.History.decode(Buffer.from(recorded.history, 'base64')),
        recorded.workflowId,
      );
    },
    60_000,
  );
});
