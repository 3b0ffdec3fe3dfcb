/** Looks through one file; plain data in, plain data out, for it runs in a thread with bounds. */
import { KINDS } from './kinds.js';
import { Refused, type Refusal } from './refusal.js';

/** `fault` = what an inspection stumbled over, for who maintains it; its file is not taken all the same. */
export type Inspected = { mime: string } | { refusal: Refusal; fault?: string };

/** Kinds in words, for those who are refused. */
const TAKEN = 'PDF、PNG、JPG、DOCX、OFD';

async function inspectFile(name: string, given: Uint8Array): Promise<Inspected> {
  // A thread gets plain bytes.
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const refusal = (code: string, message: string): { refusal: Refusal } => ({
    refusal: { code, message },
  });
  if (bytes.length === 0) return refusal('file-empty', '是空的，请重新选择文件');
  const kind = KINDS[name.toLowerCase().split('.').at(-1) ?? ''];
  if (!kind) return refusal('file-type-not-allowed', `是不接收的格式；请转换为 ${TAKEN} 后再上传`);
  if (!bytes.subarray(0, 16).toString('latin1').startsWith(kind.start))
    return refusal(
      'file-not-what-it-says',
      `的内容与扩展名不符，可能已损坏或被改名；请重新导出为 ${TAKEN} 后再上传`,
    );
  try {
    await kind.inspect(bytes);
    return { mime: kind.mime };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    // What cannot be looked into to its end is not known to be harmless.
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...refusal('file-broken', '无法检查，可能已损坏；请重新导出后再上传'), fault };
  }
}

export const fileTasks = { inspectFile };
export type FileTasks = typeof fileTasks;
