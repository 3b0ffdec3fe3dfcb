/** Both kinds of durations, and their ISO 8601 text. */
import { DAY_NANOS, NANOS } from './calendar.js';
import { Decimal, type Num, decimal } from './number.js';

/** In whole nanoseconds. */
export class DaysAndTime {
  constructor(readonly nanos: bigint) {}

  toString(): string {
    return writeDaysAndTime(this.nanos);
  }

  toJSON(): string {
    return this.toString();
  }
}

/** In whole months. */
export class YearsAndMonths {
  constructor(readonly months: number) {}

  toString(): string {
    const size = Math.abs(this.months);
    const [years, months] = [Math.floor(size / 12), size % 12];
    const text = (years ? `${years}Y` : '') + (months || !years ? `${months}M` : '');
    return `${this.months < 0 ? '-' : ''}P${text}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

export type Duration = DaysAndTime | YearsAndMonths;

const PATTERN =
  /^(-)?P(?:(\d{1,18})Y)?(?:(\d{1,18})M)?(?:(\d{1,18})D)?(T(?:(\d{1,18})H)?(?:(\d{1,18})M)?(?:(\d{1,18})(?:\.(\d*))?S)?)?$/;

/** @returns null for text that is no duration, or one of years and days at once */
export function readDuration(text: string): Duration | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [, sign, years, months, days, time, hours, minutes, seconds, fraction = ''] = match;
  if (time === 'T') return null;
  const calendar = years !== undefined || months !== undefined;
  const clock = days !== undefined || time !== undefined;
  if (calendar === clock) return null;
  if (calendar) {
    const count = Number(years ?? 0) * 12 + Number(months ?? 0);
    return yearsAndMonths(sign ? 0 - count : count);
  }
  const whole =
    BigInt(days ?? 0) * 86_400n +
    BigInt(hours ?? 0) * 3_600n +
    BigInt(minutes ?? 0) * 60n +
    BigInt(seconds ?? 0);
  const nanos = whole * BigInt(NANOS) + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
  return new DaysAndTime(sign ? -nanos : nanos);
}

export function yearsAndMonths(count: number): YearsAndMonths | null {
  return Number.isSafeInteger(count) ? new YearsAndMonths(count + 0) : null;
}

/** From seconds; what is less than a nanosecond is dropped. */
export function ofNanos(nanos: Num): DaysAndTime | null {
  const whole = decimal(nanos).truncated();
  return whole.isFinite() && whole.e < 40 ? new DaysAndTime(BigInt(whole.toFixed())) : null;
}

export const nanosOf = (duration: DaysAndTime): Decimal => new Decimal(duration.nanos.toString());

function writeDaysAndTime(nanos: bigint): string {
  const size = nanos < 0n ? -nanos : nanos;
  const days = size / BigInt(DAY_NANOS);
  const rest = Number(size % BigInt(DAY_NANOS));
  const seconds = Math.floor(rest / NANOS);
  const fraction = String(rest % NANOS)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const ofMinute = `${seconds % 60}${fraction && `.${fraction}`}`;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const time =
    (hours ? `${hours}H` : '') +
    (minutes ? `${minutes}M` : '') +
    (ofMinute !== '0' ? `${ofMinute}S` : '');
  const text = (days ? `${days}D` : '') + (time ? `T${time}` : '');
  return `${nanos < 0n ? '-' : ''}P${text || 'T0S'}`;
}
