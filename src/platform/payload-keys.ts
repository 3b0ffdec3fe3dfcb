/** The keys of `PAYLOAD_KEYS`, from which all that is sealed takes its own. */

export interface PayloadKeys {
  currentId: string;
  byId: Map<string, Buffer>;
}

/** Reads `id:base64(32 bytes)[,older…]`. @throws Error naming what is wrong, never the key */
export function parsePayloadKeys(value: string): PayloadKeys {
  const byId = new Map<string, Buffer>();
  for (const part of value.split(',')) {
    const [id, encoded] = part.trim().split(/:(.*)/s);
    const key = Buffer.from(encoded ?? '', 'base64');
    if (!id || key.length !== 32) {
      throw new Error('PAYLOAD_KEYS 的每一项须为 编号:32字节密钥的base64。');
    }
    byId.set(id, key);
  }
  return { currentId: [...byId.keys()][0]!, byId };
}
