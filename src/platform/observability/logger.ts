/** One JSON line per event, by pino; no ID number, telephone or bank card reaches the log. */
import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { caller, traceId } from './trace.js';

/** Neither a part of a longer number nor of a word, such as a digest. */
const alone = (pattern: string): RegExp =>
  new RegExp(`(?<![0-9A-Za-z])(${pattern})(?![0-9A-Za-z])`, 'g');

/** GB 11643, and the 15 digits of before 1999, whose month and day are two and two. */
const ID_NUMBER = alone(String.raw`\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx]`);
const OLD_ID_NUMBER = alone(String.raw`\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}`);
/** A card's number has 16 to 19 digits (GB/T 19584), perhaps in groups; 银联's begin with 62. */
const CARD = alone(String.raw`\d{4}(?:[ -]?\d{4}){2}[ -]?\d{4}(?:[ -]?\d{1,3})?|\d{6} ?\d{10,13}`);
/** Of mobile telephones, perhaps in groups or with the country before it. */
const PHONE = /(?<![0-9A-Za-z])(\+?86[ -]?)?(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?![0-9A-Za-z])/g;

/**
 * `210381199001011234` → `210381********1234`, `13800001234` → `138****1234`, cards likewise. Whoever
 * looks for a person finds them by these ends; who reads the log learns no number.
 */
export function maskPersonal(text: string): string {
  return text
    .replace(CARD, (number) => (isCard(number) ? masked(number.replaceAll(/[ -]/g, '')) : number))
    .replace(ID_NUMBER, (number) => masked(number.replaceAll(/[ -]/g, '')))
    .replace(OLD_ID_NUMBER, masked)
    .replace(PHONE, '$1$2****$3');
}

const masked = (number: string): string =>
  number.slice(0, 6) + '*'.repeat(number.length - 10) + number.slice(-4);

/** 银联's, even one that is mistyped; of others, what passes the check of ISO/IEC 7812-1, annex B. */
function isCard(number: string): boolean {
  if (number.startsWith('62')) return true;
  const digits = [...number.replaceAll(/[ -]/g, '')].map(Number).reverse();
  const sum = digits.reduce((total, digit, place) => {
    const counted = place % 2 === 0 ? digit : digit * 2;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}

/**
 * Each line says which trace it belongs to and whom it served, where there is one.
 * @param name of the process: api, worker
 * @param stream standard output by default
 */
export function createLogger(name: string, stream?: DestinationStream): Logger {
  const options = {
    name,
    level: 'info',
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { streamWrite: maskPersonal },
    mixin: (line: object) => ({ trace: traceId(), person: caller()?.person, ...line }),
  };
  return stream ? pino(options, stream) : pino(options);
}

/** Nest's door to the same log. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.info(context(rest), String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(context(rest), String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error(context(rest), String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(context(rest), String(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.fatal(context(rest), String(message));
  }
}

/** Nest's last argument is the context's name; an error's stack may stand before it. */
function context(rest: unknown[]): { context?: string; stack?: string } {
  const texts = rest.filter((part): part is string => typeof part === 'string');
  const name = texts.at(-1);
  return texts.length > 1 ? { context: name, stack: texts[0] } : { context: name };
}
