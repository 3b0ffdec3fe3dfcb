import type { ErrorRequestHandler, RequestHandler, Response } from 'express';

/** A refusal the caller can act on: rendered as RFC 9457 problem details. */
export class Problem extends Error {
  override name = 'Problem';
  constructor(
    readonly status: number,
    /** English, kebab-case. */
    readonly code: string,
    /** Chinese sentence for people. */
    message: string,
  ) {
    super(message);
  }
}

export function sendProblem(response: Response, status: number, code: string, detail: string) {
  response
    .status(status)
    .type('application/problem+json')
    .send({ status, code, title: detail, detail });
}

export const unknownAddress: RequestHandler = (request, response) => {
  sendProblem(response, 404, 'unknown-address', `省平台没有 ${request.path} 这个接口。`);
};

/** Express 5 hands rejected promises to here too. */
export const problemHandler: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof Problem) {
    return sendProblem(response, error.status, error.code, error.message);
  }
  const status = statusOf(error);
  if (status < 500) {
    return sendProblem(response, status, 'malformed-request', '请求内容无法解析，请检查 JSON。');
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  sendProblem(response, 500, 'internal-error', '省平台内部错误，请稍后再试。');
};

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : 500;
  return typeof status === 'number' ? status : 500;
}
