/**
 * `npm run history -- CASE FILE`: records a case's history as a fixture for the replay tests. Its
 * payloads are opened with the platform's keys and sealed again with the tests' own.
 */
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import type { Payload } from '@temporalio/common';
import proto from '@temporalio/proto';
import { openDatabase } from '../../src/platform/database/index.js';
import {
  EncryptedPayloadCodec,
  openTemporal,
  parsePayloadKeys,
} from '../../src/platform/temporal/index.js';
import { modelByHash } from '../../src/definitions/processes/index.js';
import { REPLAY_KEY, type RecordedCase } from '../../test/replay/fixture.js';
import { platformConfig } from '../start/running.js';

const [caseNumber, file] = process.argv.slice(2);
if (!caseNumber || !file) {
  process.stderr.write('用法：npm run history -- 办件编号 文件.json\n');
  process.exit(2);
}
const config = platformConfig();
const from = new EncryptedPayloadCodec(parsePayloadKeys(config.payloadKeys));
const to = new EncryptedPayloadCodec(parsePayloadKeys(REPLAY_KEY));

const isPayload = (value: object): value is Payload => 'metadata' in value && 'data' in value;

/** Seals every payload below `value` again, in place of the old. */
async function reseal(value: unknown): Promise<void> {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'object' && part !== null && isPayload(part)) {
      const [opened] = await from.decode([part]);
      // What Temporal's core wrote itself was never sealed, and must stay readable to it.
      if (opened === part) continue;
      const [sealed] = await to.encode([opened!]);
      Object.assign(value, { [name]: sealed });
    } else {
      await reseal(part);
    }
  }
}

const dataSource = await openDatabase(config.databaseUrl, config.payloadKeys, config.digestKey);
const temporal = openTemporal(config);
try {
  const history = await temporal.workflow.getHandle(caseNumber).fetchHistory();
  await reseal(history.events);
  // A parent's history names its children's models too.
  const rows = await dataSource.query<{ hash: string }[]>(
    `SELECT DISTINCT model_hash AS hash FROM cases WHERE number = $1 OR parent_number = $1`,
    [caseNumber],
  );
  const models: RecordedCase['models'] = {};
  for (const { hash } of rows) {
    const model = await modelByHash(dataSource.manager, hash);
    if (!model) throw new Error(`流程 ${hash} 不在库中。`);
    models[hash] = model;
  }
  const recorded: RecordedCase = {
    workflowId: caseNumber,
    models,
    history: Buffer.from(proto.temporal.api.history.v1.History.encode(history).finish()).toString(
      'base64',
    ),
  };
  writeFileSync(file, `${JSON.stringify(recorded)}\n`);
} finally {
  await temporal.connection.close();
  await dataSource.destroy();
}
