/** The session's secret stands in the cookie alone; the table keeps its digest. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** First six and last four characters stay: `210381********1234`. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length <= 10) return '*'.repeat(idNumber.length);
  return idNumber.slice(0, 6) + '*'.repeat(idNumber.length - 10) + idNumber.slice(-4);
}
