/** 免打扰: hours of the day in which no text message goes out. Pure. */
import type { QuietHours } from '../../versions/index.js';

const HOUR = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Asia/Shanghai', hour: '2-digit', hourCycle: 'h23' },
});

export function isQuiet(at: Date, { quietFrom, quietTo }: QuietHours): boolean {
  const hour = Number(HOUR.format(at));
  const overMidnight = quietFrom > quietTo;
  return overMidnight ? hour >= quietFrom || hour < quietTo : hour >= quietFrom && hour < quietTo;
}
