/**
 * Payloads are compressed, then encrypted (AES-256-GCM), with the key's id in each; older keys stay
 * readable. A model travels as its hash and is expanded here from the verified store, so that history
 * never holds a diagram (decision 6, a case is one workflow).
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import type { PayloadKeys } from '../payload-keys.js';
import { deflated, inflated } from './deflate.js';

const ENCODING = 'binary/onestop-encrypted';
const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString();
const bytes = (value: string): Uint8Array => new Uint8Array(Buffer.from(value));

/** Finds a model by its hash; null when it was never published here. */
export type ModelStore = (hash: string) => Promise<ProcessModel | null>;

export class EncryptedPayloadCodec implements PayloadCodec {
  constructor(
    private readonly keys: PayloadKeys,
    private readonly models?: ModelStore,
  ) {}

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.seal(payload)));
  }

  decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.all(
      payloads.map(async (payload) => {
        if (text(payload.metadata?.encoding) !== ENCODING) return payload;
        return this.expand(this.open(payload));
      }),
    );
  }

  private seal(payload: Payload): Payload {
    const { currentId, byId } = this.keys;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', byId.get(currentId)!, nonce);
    cipher.setAAD(Buffer.from(currentId));
    const plain = deflated(serialise(payload));
    const sealed = Buffer.concat([
      nonce,
      cipher.update(plain),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    return {
      metadata: { encoding: bytes(ENCODING), key: bytes(currentId) },
      data: new Uint8Array(sealed),
    };
  }

  private open(payload: Payload): Payload {
    const id = text(payload.metadata?.key);
    const key = this.keys.byId.get(id);
    if (!key) throw new Error(`payload key ${id} is not among PAYLOAD_KEYS`);
    const sealed = Buffer.from(payload.data ?? []);
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
    decipher.setAAD(Buffer.from(id));
    decipher.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    return deserialise(inflated(plain));
  }

  /** A case's input names its model by hash; the workflow gets the model itself. */
  private async expand(payload: Payload): Promise<Payload> {
    if (!this.models || !text(payload.data).includes('"$model":"')) return payload;
    const value = JSON.parse(text(payload.data)) as {
      model?: { $model?: unknown; model?: unknown };
    };
    const hash = value.model?.$model;
    if (typeof hash !== 'string' || value.model?.model) return payload;
    const model = await this.models(hash);
    if (!model) throw new Error(`model ${hash} is not in the store`);
    const rest = JSON.stringify({ ...value, model: undefined }).slice(0, -1);
    const comma = rest === '{' ? '' : ',';
    const named = `"model":{"$model":${JSON.stringify(hash)},"model":${textOf(model)}}}`;
    return { ...payload, data: bytes(rest + comma + named) };
  }
}

const texts = new WeakMap<ProcessModel, string>();

/** A model is written once, not for each case that begins or is taken up again. */
function textOf(model: ProcessModel): string {
  const known = texts.get(model) ?? JSON.stringify(model);
  texts.set(model, known);
  return known;
}

/** Encoding name, a zero byte, data: all a JSON or binary payload consists of. */
function serialise({ metadata, data }: Payload): Buffer {
  const names = Object.fromEntries(
    Object.entries(metadata ?? {}).map(([name, value]) => [name, text(value)]),
  );
  return Buffer.concat([
    Buffer.from(JSON.stringify(names)),
    Buffer.from([0]),
    Buffer.from(data ?? []),
  ]);
}

function deserialise(buffer: Buffer): Payload {
  const end = buffer.indexOf(0);
  const names = JSON.parse(buffer.subarray(0, end).toString()) as Record<string, string>;
  const metadata = Object.fromEntries(
    Object.entries(names).map(([name, value]) => [name, bytes(value)]),
  );
  return { metadata, data: new Uint8Array(buffer.subarray(end + 1)) };
}
