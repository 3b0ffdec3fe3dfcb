import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import { parsePayloadKeys } from '../payload-keys.js';
import { EncryptedPayloadCodec } from './payload-codec.js';

const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const payload = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);
const value = (decoded: Payload): unknown => defaultPayloadConverter.fromPayload(decoded);

describe('the payload codec', () => {
  it('gives back what it was given and shows none of it on the way', async () => {
    const codec = new EncryptedPayloadCodec(parsePayloadKeys(key('k1')));
    const secret = { idNumber: '11010519491231002X', 姓名: '张晓梅' };
    const [sealed] = await codec.encode([payload(secret)]);
    expect(Buffer.from(sealed!.data!).toString('latin1')).not.toContain('11010519491231002X');
    const [opened] = await codec.decode([sealed!]);
    expect(value(opened!)).toEqual(secret);
  });

  it('reads what an older key sealed after the current key changed', async () => {
    const old = key('k1');
    const [sealed] = await new EncryptedPayloadCodec(parsePayloadKeys(old)).encode([payload(7)]);
    const renewed = new EncryptedPayloadCodec(parsePayloadKeys(`${key('k2')},${old}`));
    const [opened] = await renewed.decode([sealed!]);
    expect(value(opened!)).toBe(7);
  });

  it('refuses a payload whose content was changed', async () => {
    const codec = new EncryptedPayloadCodec(parsePayloadKeys(key('k1')));
    const [sealed] = await codec.encode([payload('due 2026-12-01')]);
    sealed!.data![20]! ^= 1;
    await expect(codec.decode([sealed!])).rejects.toThrow();
  });

  it('expands the hash of a model into the model, and stores only the hash', async () => {
    const model = { format: 1, id: 'p', body: { elements: {}, flows: [] }, called: {} };
    const codec = new EncryptedPayloadCodec(parsePayloadKeys(key('k1')), (hash) =>
      Promise.resolve(hash === 'abc' ? (model as ProcessModel) : null),
    );
    const input = { caseNumber: '1', model: { $model: 'abc' } };
    const [sealed] = await codec.encode([payload(input)]);
    const [opened] = await codec.decode([sealed!]);
    expect(value(opened!)).toEqual({ caseNumber: '1', model: { $model: 'abc', model } });
  });

  it('says which part of PAYLOAD_KEYS is malformed without printing it', () => {
    expect(() => parsePayloadKeys('k1:short')).toThrow(/32字节/);
  });
});
