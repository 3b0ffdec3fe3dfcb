import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { traceId } from '../observability/trace.js';
import { placeOfValue } from './place.js';
import { isOvertaken, problemOf, untakeableValue, type Problem } from './problem.js';

/** Answers every error as `application/problem+json`; logs the unexpected ones. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const trace = traceId();
    const problem = {
      ...withPlace(problemOf(error, request.path), error, request),
      ...(trace && { traceId: trace }),
    };
    // That two overtook each other is nobody's fault; that it happens again and again would be ours.
    if (problem.status >= 500 || isOvertaken(error)) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.logger.error(`${request.method} ${request.path} ${problem.code}: ${text}`);
    }
    if (response.headersSent) {
      response.end();
      return;
    }
    if (problem.status === 503) response.setHeader('Retry-After', '5');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

/** Of a value that the database cannot take, where the request has it. */
function withPlace(problem: Problem, error: unknown, request: Request): Problem {
  const value = problem.code === 'malformed-value' ? untakeableValue(error) : undefined;
  const field = value && placeOfValue(request, value);
  if (!field) return problem;
  return { ...problem, errors: [{ field, message: '格式不正确，或超出了能保存的范围' }] };
}
