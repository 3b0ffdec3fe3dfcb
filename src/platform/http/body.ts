/** Bodies of requests: how large, how deep and of how many parts, before anything reads them. */
import { createHash } from 'node:crypto';
import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes } from '@nestjs/swagger';
import { json, type RequestHandler } from 'express';
import { badRequest, DomainError } from '../errors.js';
import { isBelow } from './for-api.js';
import { faultOfJson, type JsonBounds, type JsonFault } from './json-bounds.js';
import { FILES_ROOM, TakesRoom } from './upload-room.js';

export const MEGABYTE = 1024 * 1024;

/**
 * Far more than any form of ours has. What reads bodies may take the square of an object's entries
 * (class-transformer looks each key up in the list of all), so their number is kept small.
 */
export const BODY_BOUNDS: JsonBounds = { depth: 32, members: 1_000, values: 20_000 };

const SENTENCES: Record<JsonFault, string> = {
  depth: `嵌套超过 ${BODY_BOUNDS.depth} 层`,
  members: `一个对象或列表超过 ${BODY_BOUNDS.members} 项`,
  values: `总共超过 ${BODY_BOUNDS.values} 项`,
  key: '的名称不能使用',
  text: '的文字含有不能保存的字符（NUL 或不成对的代理字符）',
};

const digests = new WeakMap<object, string>();
const OF_NOTHING = createHash('sha256').digest('hex');

/** SHA-256 of the bytes of a request's JSON body, hex; of nothing where it has none. */
export const bodyDigestOf = (request: object): string => digests.get(request) ?? OF_NOTHING;

/** @throws DomainError `unsupported-charset`, `body-too-complex`, `malformed-value` */
function check(request: object, _response: unknown, bytes: Buffer, encoding: string): void {
  digests.set(request, createHash('sha256').update(bytes).digest('hex'));
  if (encoding !== 'utf-8') {
    throw new DomainError(415, 'unsupported-charset', '请以 UTF-8 编码提交 JSON。');
  }
  const found = faultOfJson(bytes, BODY_BOUNDS);
  if (!found) return;
  const { fault, field } = found;
  const code = fault === 'text' || fault === 'key' ? 'malformed-value' : 'body-too-complex';
  const message = SENTENCES[fault];
  throw badRequest(code, `提交的内容在 ${field} 处${message}，请更正或分批提交。`, {
    errors: [{ field, message }],
  });
}

/**
 * Reads JSON bodies of at most so many MB; others are left alone.
 * @param but addresses whose bodies are read later
 */
export function jsonBody(megabytes: number, but: readonly string[] = []): RequestHandler {
  const read = json({ limit: megabytes * MEGABYTE, verify: check });
  return (request, response, next) => {
    if (isBelow(request, but)) return next();
    read(request, response, (error: unknown) => next(error && refusal(error)));
  };
}

/** The parser's errors carry a status, by which Nest would take them for its own. */
function refusal(error: unknown): unknown {
  if (error instanceof DomainError) {
    return new DomainError(error.status, error.code, error.message, error.details);
  }
  return (error as { type?: unknown }).type === 'entity.parse.failed'
    ? badRequest('not-json', '提交的内容不是合法的 JSON，请检查后重试。')
    : error;
}

/**
 * Takes a multipart request that brings one file, called `file`, of at most so many MB, and a few words
 * with it.
 * @param room whose memory holds it until it is answered
 */
export const TakesOneFile = (megabytes: number, room = FILES_ROOM) =>
  applyDecorators(
    ApiConsumes('multipart/form-data'),
    UseInterceptors(
      new TakesRoom(room, (megabytes + 1) * MEGABYTE),
      FileInterceptor('file', {
        limits: {
          fileSize: megabytes * MEGABYTE,
          files: 1,
          fields: 20,
          parts: 21,
          fieldNameSize: 100,
          fieldSize: 10_000,
          headerPairs: 50,
        },
      }),
    ),
  );
