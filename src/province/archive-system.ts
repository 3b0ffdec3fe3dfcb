import { ProvinceAnswer } from './answers.js';
import type { ProvinceGateway } from './gateway.js';

const STATES = ['checking', 'received', 'refused'] as const;

export interface ArchiveReceipt {
  state: (typeof STATES)[number];
  /** 回执号, once received. */
  number: string | null;
  /** Why it was refused. */
  reason: string | null;
  /** ISO 8601, once it is decided. */
  at: string | null;
}

/** 电子档案系统. Every method throws ProvinceRefused or ProvinceUnavailable. */
export interface ArchiveSystem {
  /**
   * Hands a package over; the same key and digest again is no second one.
   * @param digest SM3 of the bytes, hex
   */
  handOver(key: string, digest: string, bytes: Buffer): Promise<void>;
  /** Whether the archive has checked it and signed for it. */
  receipt(key: string): Promise<ArchiveReceipt>;
}

export class HttpArchiveSystem implements ArchiveSystem {
  constructor(private readonly gateway: ProvinceGateway) {}

  async handOver(key: string, digest: string, bytes: Buffer) {
    const path = `/archives/${encodeURIComponent(key)}`;
    await this.gateway.put(path, bytes, { 'content-type': 'application/zip', 'x-sm3': digest });
  }

  async receipt(key: string) {
    const answer = await this.gateway.get(`/archives/${encodeURIComponent(key)}/receipt`);
    const read = new ProvinceAnswer(answer);
    return {
      state: read.oneOf('state', STATES),
      number: read.optionalText('number'),
      reason: read.optionalText('reason'),
      at: read.optionalText('at'),
    };
  }
}
