/**
 * Errors as RFC 9457 problem documents: a code for machines, a Chinese sentence for people.
 * What is not known becomes a plain 500: its inside goes to the log, never to the caller.
 */
import { HttpException } from '@nestjs/common';
import { DomainError } from '../errors.js';

/** One thing that is wrong, and where. */
export interface ProblemItem {
  /** Form field as a JSON pointer, material code, element id … */
  field?: string;
  message: string;
  [member: string]: unknown;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  /** Finds everything that the request set off, in the log and in traces. */
  traceId?: string;
  errors?: ProblemItem[];
  [member: string]: unknown;
}

const TITLES: Record<number, string> = {
  400: '请求有误',
  401: '尚未登录',
  403: '没有权限',
  404: '没有找到',
  409: '与现状冲突',
  413: '内容过大',
  415: '格式不支持',
  422: '内容不符合要求',
  429: '请求过于频繁',
  500: '系统内部错误',
  503: '服务暂时不可用',
};

const ADVICE: Record<number, { code: string; detail: string }> = {
  400: { code: 'bad-request', detail: '请求格式有误，请检查后重试。' },
  404: { code: 'not-found', detail: '没有这个地址，请检查链接是否完整。' },
  413: {
    code: 'too-large',
    detail: '提交的内容过大：表单不超过 1 MB，单个文件不超过 20 MB。请压缩或拆分后再提交。',
  },
  415: {
    code: 'unsupported-media-type',
    detail: '请以 application/json 提交，文件以 multipart/form-data 上传。',
  },
};

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null
    ? (error as Record<string, unknown>)[name]
    : undefined;
}

/**
 * Connection failures of PostgreSQL: class 08, statements and transactions that took too long,
 * shutdowns, and what the socket says.
 */
const DATABASE_AWAY =
  /^(08...|57014|57P0[1235]|25P0[34]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
/** What pg says, and TypeORM of a connection that died between two statements of a transaction. */
const DATABASE_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|not queryable|Driver not Connected|query runner(?: was)? already released/i;
/** gRPC: deadline exceeded, resource exhausted, unavailable. */
const TEMPORAL_AWAY = new Set([4, 8, 14]);

function databaseAway(error: unknown): boolean {
  const code = property(property(error, 'driverError') ?? error, 'code');
  return (
    (typeof code === 'string' && DATABASE_AWAY.test(code)) ||
    (error instanceof Error && DATABASE_WORDS.test(error.message))
  );
}

function temporalAway(error: unknown): boolean {
  const code = property(property(error, 'cause') ?? error, 'code') ?? property(error, 'code');
  return typeof code === 'number' && TEMPORAL_AWAY.has(code);
}

/**
 * Values PostgreSQL cannot take (class 22, data exceptions, and what fits no index): a number beyond its
 * type, a day that no calendar has, a malformed uuid, a NUL.
 */
const UNTAKEABLE = /^(22|54000)/;

/** @returns the value as PostgreSQL quotes it, empty where it quotes none; undefined = something else */
export function untakeableValue(error: unknown): string | undefined {
  const cause = property(error, 'driverError') ?? error;
  const code = property(cause, 'code');
  if (typeof code !== 'string' || !UNTAKEABLE.test(code)) return undefined;
  return /"([^"]*)"/.exec(String(property(cause, 'message')))?.[1] ?? '';
}

/**
 * Somebody else was a moment earlier: what a row refers to is gone, or is there already; two transactions
 * that cannot both stand.
 */
const OVERTAKEN = /^(23503|23505|40001|40P01)$/;

export function isOvertaken(error: unknown): boolean {
  const code = property(property(error, 'driverError') ?? error, 'code');
  return typeof code === 'string' && OVERTAKEN.test(code);
}

function problem(status: number, code: string, detail: string, instance: string): Problem {
  const title = TITLES[status] ?? TITLES[status >= 500 ? 500 : 400]!;
  return { type: `urn:onestop:problem:${code}`, title, status, code, detail, instance };
}

function ofHttpException(error: HttpException, instance: string): Problem {
  const status = error.getStatus();
  const advice = ADVICE[status] ?? ADVICE[status >= 500 ? 500 : 400];
  return problem(
    status,
    advice?.code ?? 'http-error',
    advice?.detail ?? '请求没有成功，请稍后重试。',
    instance,
  );
}

/** The problem document for an error of any kind. `status` 500 means: log it. */
export function problemOf(error: unknown, instance: string): Problem {
  if (error instanceof DomainError) {
    return { ...error.details, ...problem(error.status, error.code, error.message, instance) };
  }
  if (error instanceof HttpException) return ofHttpException(error, instance);
  const status = property(error, 'status');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    const advice = ADVICE[status] ?? ADVICE[400]!;
    return problem(status, advice.code, advice.detail, instance);
  }
  if (databaseAway(error) || temporalAway(error)) {
    return problem(
      503,
      'unavailable',
      '系统暂时不可用，您已填写的内容没有丢失。请稍候再试；已提交的操作会在恢复后继续办理。',
      instance,
    );
  }
  if (untakeableValue(error) !== undefined) {
    return problem(
      400,
      'malformed-value',
      '请求里有编号、数字、日期或文字的格式不正确，或超出了能保存的范围，请检查后重试。',
      instance,
    );
  }
  if (isOvertaken(error)) {
    return problem(
      409,
      'changed-meanwhile',
      '所涉及的内容刚刚被别人改动或删除，本次操作没有生效。请刷新后再试。',
      instance,
    );
  }
  return problem(
    500,
    'internal-error',
    '系统出现意外错误，已记录。请稍后重试；若仍然出现，请联系技术支持。',
    instance,
  );
}
