/** Requests that are refused before anything of ours reads them: their answer is a problem like every other. */
import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Problem } from './problem.js';

/** By the code of Node's error; everything else is no request at all. */
const REFUSALS: Record<string, Pick<Problem, 'status' | 'title' | 'code' | 'detail'>> = {
  HPE_HEADER_OVERFLOW: {
    ...{ status: 431, title: '内容过大', code: 'headers-too-large' },
    detail: '地址和请求头合计不能超过 16 KB，请缩短查询条件后再试。',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    ...{ status: 408, title: '请求超时', code: 'request-timeout' },
    detail: '请求迟迟没有发完，请检查网络后重试。',
  },
};
const UNREADABLE = {
  ...{ status: 400, title: '请求有误', code: 'bad-request' },
  detail: '请求格式有误，请检查后重试。',
};

function written({ status, ...problem }: Pick<Problem, 'status' | 'title' | 'code' | 'detail'>) {
  const type = `urn:onestop:problem:${problem.code}`;
  const body = JSON.stringify({ type, status, ...problem });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Cache-Control: no-store',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

/** Answers what Node cannot read. */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    socket.end(written(REFUSALS[error.code ?? ''] ?? UNREADABLE));
  });
}
