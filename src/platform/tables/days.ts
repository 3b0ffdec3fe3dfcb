/**
 * Days as spreadsheets and people write them: `2026/10/8`, `2026.10.8`, `2026年10月8日`, with a time or
 * without, in wide digits, or as the serial number that Excel keeps where a cell is a date.
 */

const WRITTEN =
  /^(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?(?:[T ]?(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2}))?[分秒]?(?:\+08:00)?)?$/;

const SERIAL = /^\d{5}(?:\.\d+)?$/;
/** Serial numbers count from the day before 1900, and take 1900 for a leap year: right from March of it on. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
/** 1954 to 2119: what is smaller or larger is some other number. */
const SERIALS = { from: 20_000, to: 80_000 };

/** `yyyy-MM-dd`, with ` HH:mm:ss` where a time was written; what is no day comes back as it was. */
export function dayAsWritten(text: string): string {
  const plain = text.normalize('NFKC').trim();
  if (SERIAL.test(plain)) return dayOfSerial(Number(plain)) ?? text;
  const match = WRITTEN.exec(plain.replace(/\s+/g, ' '));
  if (!match) return text;
  const [, year, ...parts] = match;
  const month = parts.slice(0, 4).find((part) => part !== undefined);
  const [day, hours, minutes, seconds] = parts.slice(4);
  const date = `${year}-${two(month)}-${two(day)}`;
  return hours === undefined ? date : `${date} ${two(hours)}:${two(minutes)}:${two(seconds)}`;
}

const two = (part = '0'): string => part.padStart(2, '0');

function dayOfSerial(serial: number): string | null {
  if (serial < SERIALS.from || serial > SERIALS.to) return null;
  const seconds = Math.round(serial * 86_400) * 1_000;
  const written = new Date(FIRST_DAY + seconds).toISOString();
  return seconds % DAY === 0
    ? written.slice(0, 10)
    : `${written.slice(0, 10)} ${written.slice(11, 19)}`;
}
