/** Days as texts say them. */
const DAY = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric' },
});

/** 2026年12月3日: a day that counts itself, as the last one of a licence does. */
export const dayText = (day: Date): string => DAY.format(day);

/**
 * The last day of a limit. One in days ends with that day, at the midnight after it (`workflows/clock`);
 * what is not known yet is the law's.
 */
export const dueText = (end: Date | null): string =>
  end ? DAY.format(end.getTime() - 1) : '法定期限';

/** 1250 → 12.50 */
export const yuan = (cents: number): string => (cents / 100).toFixed(2);
