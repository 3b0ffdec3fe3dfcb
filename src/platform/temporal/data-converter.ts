import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { parsePayloadKeys } from '../payload-keys.js';
import { EncryptedPayloadCodec, type ModelStore } from './payload-codec.js';

/** The converter of client and worker alike; only a worker needs the store of models. */
export function dataConverter(payloadKeys: string, models?: ModelStore): DataConverter {
  return {
    failureConverterPath: fileURLToPath(new URL('./failure-converter.cjs', import.meta.url)),
    payloadCodecs: [new EncryptedPayloadCodec(parsePayloadKeys(payloadKeys), models)],
  };
}
