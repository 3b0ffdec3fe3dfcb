/**
 * The port to a virus scanner that speaks clamd's protocol (ClamAV): `INSTREAM`, the bytes in chunks of
 * known length, one line of answer. Where none is set up nothing is scanned.
 */
import { createConnection } from 'node:net';
import { unavailable, unprocessable } from '../../platform/errors.js';
import type { VirusScannerSettings } from '../../platform/config.js';

/** clamd takes chunks of any size below its limit; 64 KB is what its own client sends. */
const CHUNK = 65_536;
/** A file of 20 MB takes a second or two, ms. */
const TIME_LIMIT = 15_000;
/** An answer is one short line. */
const LONGEST_ANSWER = 4_096;

/**
 * @param name as its sender calls it
 * @throws DomainError 422 `file-infected`; 503 `virus-scan-unavailable` when the scanner is away, late or
 *   says what it should not, unless the city takes files without it
 */
export async function scanForViruses(
  settings: VirusScannerSettings | undefined,
  name: string,
  bytes: Buffer,
  timeLimit = TIME_LIMIT,
): Promise<'clean' | 'not-scanned'> {
  if (!settings) return 'not-scanned';
  const answer = await ask(settings, bytes, timeLimit).catch(() => '');
  if (/^stream: OK$/.test(answer)) return 'clean';
  if (/^stream: .+ FOUND$/.test(answer))
    throw unprocessable('file-infected', `文件“${name}”含有病毒，没有保存。请查杀后再上传。`);
  // What is not understood is no word of its being clean.
  if (settings.whenDown === 'accept') return 'not-scanned';
  throw unavailable(
    'virus-scan-unavailable',
    '文件查毒服务暂时不可用，文件没有保存。请过几分钟再上传。',
  );
}

/** The scanner's line. @throws Error when it is away or late */
function ask(
  { host, port }: VirusScannerSettings,
  bytes: Buffer,
  timeLimit: number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port });
    const late = setTimeout(
      () => socket.destroy(new Error('the virus scanner is late')),
      timeLimit,
    );
    let answer = '';
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const chunk = bytes.subarray(at, at + CHUNK);
        socket.write(lengthOf(chunk.length));
        socket.write(chunk);
      }
      socket.write(lengthOf(0));
    });
    socket.on('data', (part: Buffer) => {
      answer += part.toString('utf8');
      if (answer.includes('\0') || answer.length > LONGEST_ANSWER) socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(late);
      resolve(answer.split('\0')[0]!.trim());
    });
  });
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
