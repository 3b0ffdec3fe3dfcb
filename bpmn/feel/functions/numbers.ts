/** Numeric functions (DMN 1.5, 10.3.4.5). */
import type { Frame } from '../evaluate/frame.js';
import type { Prices } from '../limits.js';
import { DaysAndTime, YearsAndMonths, yearsAndMonths } from '../values/duration.js';
import type { Value } from '../values/kinds.js';
import {
  Decimal,
  decimal,
  divide,
  finite,
  index,
  isZero,
  multiply,
  subtract,
  type Num,
} from '../values/number.js';
import { builtin, type Builtin } from './builtin.js';

/** Without what stands behind the point. */
export const truncated = (value: Num): Num =>
  typeof value === 'number' ? Math.trunc(value) : value.truncated();

const [LEAST_SCALE, MOST_SCALE] = [-6111, 6176];

type Rounding = typeof Decimal.rounding;

/** To so many places behind the point; negative ones stand before it. */
function rounded(frame: Frame, value: Num, scale: Num, mode: Rounding): Value {
  frame.budget.pay('rounding');
  const places = index(truncated(scale));
  if (Number.isNaN(places) || places < LEAST_SCALE || places > MOST_SCALE) {
    return frame.none(`小数位数须在 ${LEAST_SCALE} 到 ${MOST_SCALE} 之间`);
  }
  const exact = decimal(value);
  if (places >= 0) return exact.toDecimalPlaces(places, mode);
  const unit = new Decimal(10).pow(-places);
  return finite(exact.dividedBy(unit).toDecimalPlaces(0, mode).times(unit));
}

const rounding = (name: string, mode: Rounding): Builtin =>
  builtin(name, 'n: number, scale: number', (frame, n: Num, scale: Num) =>
    rounded(frame, n, scale, mode),
  );

/** Of one number; what is no number any more is null. */
const ofOne = (name: string, price: keyof Prices, of: (value: Decimal) => Decimal): Builtin =>
  builtin(name, 'number: number', (frame, value: Num) => {
    frame.budget.pay(price);
    return finite(of(decimal(value))) ?? frame.none(`${name} 在这里没有值`);
  });

const parity = (name: string, remainder: number): Builtin =>
  builtin(name, 'number: number', (frame, value: Num) => {
    frame.budget.pay('parity');
    const rest = decimal(value).modulo(2).abs();
    return rest.equals(remainder);
  });

function modulo(frame: Frame, dividend: Num, divisor: Num): Value {
  if (isZero(divisor)) return frame.none('除数是 0');
  const quotient = divide(dividend, divisor);
  const whole = quotient === null ? null : decimal(quotient).floor();
  const product = whole === null ? null : multiply(divisor, whole);
  return product === null ? null : subtract(dividend, product);
}

export const numbers: Builtin[] = [
  rounding('decimal', Decimal.ROUND_HALF_EVEN),
  rounding('floor', Decimal.ROUND_FLOOR),
  rounding('ceiling', Decimal.ROUND_CEIL),
  rounding('round up', Decimal.ROUND_UP),
  rounding('round down', Decimal.ROUND_DOWN),
  rounding('round half up', Decimal.ROUND_HALF_UP),
  rounding('round half down', Decimal.ROUND_HALF_DOWN),
  builtin('floor', 'n: number', (frame, n: Num) => rounded(frame, n, 0, Decimal.ROUND_FLOOR)),
  builtin('ceiling', 'n: number', (frame, n: Num) => rounded(frame, n, 0, Decimal.ROUND_CEIL)),
  builtin('abs', 'n: number', (_frame, n: Num) => (typeof n === 'number' ? Math.abs(n) : n.abs())),
  builtin(
    'abs',
    'n: days and time duration',
    (_frame, { nanos }: DaysAndTime) => new DaysAndTime(nanos < 0n ? -nanos : nanos),
  ),
  builtin('abs', 'n: years and months duration', (_frame, { months }: YearsAndMonths) =>
    yearsAndMonths(Math.abs(months)),
  ),
  builtin('modulo', 'dividend: number, divisor: number', modulo),
  ofOne('sqrt', 'root', (value) => value.sqrt()),
  ofOne('log', 'transcendental', (value) => value.ln()),
  ofOne('exp', 'transcendental', (value) => value.exp()),
  parity('even', 0),
  parity('odd', 1),
];
