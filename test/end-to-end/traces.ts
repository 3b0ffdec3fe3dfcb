/** What a platform leaves behind outside its database: raw histories and files, searched for numbers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import proto from '@temporalio/proto';
import { EncryptedPayloadCodec, parsePayloadKeys } from '../../src/platform/temporal/index.js';
import { platformConfig } from '../../tools/start/running.js';

/** One workflow run as Temporal stores it, and what somebody with the platform's keys reads in it. */
export interface Trace {
  workflowId: string;
  raw: Buffer;
  opened: string;
}

/** Every run of every workflow the server knows, fetched without the platform's codec. */
export async function histories(dataDir: string): Promise<Trace[]> {
  const config = platformConfig(dataDir);
  const codec = new EncryptedPayloadCodec(parsePayloadKeys(config.payloadKeys));
  const connection = await Connection.connect({ address: config.temporalAddress });
  const client = new Client({ connection, namespace: config.temporalNamespace });
  const traces: Trace[] = [];
  try {
    for await (const { workflowId, runId } of client.workflow.list()) {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      traces.push({
        workflowId,
        raw: Buffer.from(proto.temporal.api.history.v1.History.encode(history).finish()),
        opened: await opened(codec, history.events),
      });
    }
  } finally {
    await connection.close();
  }
  return traces;
}

const isPayload = (value: object): value is Payload => 'metadata' in value && 'data' in value;

/** The text of all payloads below a value. */
async function opened(codec: EncryptedPayloadCodec, value: unknown): Promise<string> {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return '';
  if (isPayload(value)) {
    const [payload] = await codec.decode([value]);
    return Buffer.from(payload!.data ?? []).toString();
  }
  const parts = await Promise.all(Object.values(value).map((part) => opened(codec, part)));
  return parts.join('\n');
}

/** All files under a folder, by path. */
export function filesUnder(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
  return new Map(paths.map((path) => [path, readFileSync(path)]));
}
