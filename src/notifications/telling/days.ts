/** Days as texts say them. */
const DAY = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric' },
});

/** 2026年12月3日; what is not known yet is the law's. */
export const dayText = (day: Date | null): string => (day ? DAY.format(day) : '法定期限');

/** 1250 → 12.50 */
export const yuan = (cents: number): string => (cents / 100).toFixed(2);
