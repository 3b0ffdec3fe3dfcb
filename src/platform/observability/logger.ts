/** One JSON line per event, by pino; ID numbers and telephone numbers never reach the log. */
import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

const ID_NUMBER = /(?<![0-9A-Za-z])(\d{6})\d{8}(\d{3}[0-9Xx])(?![0-9A-Za-z])/g;
const PHONE = /(?<![0-9A-Za-z])(1[3-9]\d)\d{4}(\d{4})(?![0-9A-Za-z])/g;

/** `210381199001011234` → `210381********1234`, `13800001234` → `138****1234`. */
export function maskPersonal(text: string): string {
  return text.replace(ID_NUMBER, '$1********$2').replace(PHONE, '$1****$2');
}

/** @param name of the process: api, worker */
export function createLogger(name: string): Logger {
  return pino({
    name,
    level: 'info',
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { streamWrite: maskPersonal },
  });
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
