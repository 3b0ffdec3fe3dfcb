/**
 * Case numbers: region 6 + yyyyMMdd + serial 6 + check 1. No national structure exists; provinces that
 * use another one replace this module. The serial comes from a sequence, so no row is locked for it.
 */
import type { EntityManager } from 'typeorm';

/** ISO 7064 MOD 11,10 over digits. */
export function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

export function isCaseNumber(text: string): boolean {
  return /^\d{21}$/.test(text) && checkDigit(text.slice(0, -1)) === text.slice(-1);
}

/** The next number of a region (its first six digits count) on today's date in China. */
export async function nextCaseNumber(manager: EntityManager, region: string): Promise<string> {
  const [row] = await manager.query<{ day: string; serial: string }[]>(
    `SELECT to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') AS day,
            lpad((nextval('case_serial') % 1000000)::text, 6, '0') AS serial`,
  );
  const digits = `${region.slice(0, 6).padEnd(6, '0')}${row!.day}${row!.serial}`;
  return digits + checkDigit(digits);
}
