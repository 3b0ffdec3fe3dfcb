/** Days as documents write them, in China's time. */
const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

function partsOf(at: Date) {
  const parts = PARTS.formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)!.value);
  return {
    year: of('year'),
    month: of('month'),
    day: of('day'),
    hour: of('hour') % 24,
    minute: of('minute'),
  };
}

/** `2026年11月27日` */
export function chineseDate(at: Date): string {
  const { year, month, day } = partsOf(at);
  return `${year}年${month}月${day}日`;
}

/** `2026年11月27日9时05分` */
export function chineseMoment(at: Date): string {
  const { hour, minute } = partsOf(at);
  return `${chineseDate(at)}${hour}时${String(minute).padStart(2, '0')}分`;
}

/** The calendar year in China. */
export const chineseYear = (at: Date): number => partsOf(at).year;

/** `2026-11-27` in China. */
export function isoDay(at: Date): string {
  const { year, month, day } = partsOf(at);
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
