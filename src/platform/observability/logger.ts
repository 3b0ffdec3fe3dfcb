/** One JSON line per event, by pino; no ID number, telephone or bank card reaches the log. */
import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { maskPersonal } from '../masking.js';
import { caller, traceId } from './trace.js';

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
