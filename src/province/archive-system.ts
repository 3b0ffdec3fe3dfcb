import { ProvinceAnswer } from './answers.js';
import type { ProvinceGateway } from './gateway.js';

const STATES = ['checking', 'received', 'refused'] as const;
/** 真实性, 完整性, 可用性, 安全性. */
const PROPERTIES = ['authenticity', 'integrity', 'usability', 'security'] as const;

export interface ArchiveReceipt {
  state: (typeof STATES)[number];
  /** 回执号, once received. */
  number: string | null;
  /** Why it was refused. */
  reason: string | null;
  /** ISO 8601, once it is decided. */
  at: string | null;
  /** SM3 of the package it speaks of, hex. */
  digest: string | null;
  /** What it found of the four properties, once it has checked them. */
  checks: { property: (typeof PROPERTIES)[number]; passed: boolean; reason: string | null }[];
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
      digest: read.optionalText('digest'),
      checks: read.list('checks').map((one) => ({
        property: one.oneOf('property', PROPERTIES),
        passed: one.boolean('passed'),
        reason: one.optionalText('reason'),
      })),
    };
  }
}
