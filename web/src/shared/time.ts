/** Dates and money as people here write them, in the city's own time zone. */
import { i18n } from './i18n.js';

const ZONE = 'Asia/Shanghai';
const locale = () => (i18n.language === 'en' ? 'en-GB' : 'zh-CN');

/** 2026年3月2日 */
export function dateText(iso: string | null | undefined): string {
  if (!iso) return '—';
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeZone: ZONE }).format(
    new Date(iso),
  );
}

/** 2026-03-02 14:05, short enough for tables. */
export function momentText(iso: string | null | undefined): string {
  if (!iso) return '—';
  const parts = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: ZONE,
  });
  return parts.format(new Date(iso));
}

/** 14:05 */
export function timeText(iso: string): string {
  return momentText(iso).slice(-5);
}

/** A limit ends with its last day: the instant after it would name the day that is too late. */
const lastDay = (iso: string) => new Date(Date.parse(iso) - 1).toISOString();

/** The last day of a limit: 2026年3月2日 */
export const dueText = (iso: string | null | undefined): string =>
  iso ? dateText(lastDay(iso)) : '—';

/** The last day and minute of a limit, for tables: 2026-03-02 23:59 */
export const dueMoment = (iso: string | null | undefined): string =>
  iso ? momentText(lastDay(iso)) : '—';

/** ¥1,200.00 */
export function moneyText(cents: number): string {
  return new Intl.NumberFormat(locale(), { style: 'currency', currency: 'CNY' }).format(
    cents / 100,
  );
}

/** 1.4 MB */
export function sizeText(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The day it is in China: `2026-11-30`. */
export const chinaToday = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
