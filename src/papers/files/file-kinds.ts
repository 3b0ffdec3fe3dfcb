/** What a file really is, from its first bytes; its name's ending must say the same. */
import { fileTypeFromBuffer } from 'file-type';
import { unprocessable } from '../../platform/errors.js';

/** Kinds that are taken, by ending. */
const MIME_BY_ENDING: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ofd: 'application/ofd',
};

/** Media types of what is taken, and so of what is given back. */
export const FILE_TYPES: readonly string[] = [...new Set(Object.values(MIME_BY_ENDING))];

const TAKEN = 'PDF、PNG、JPG、DOCX、OFD';

/** OFD (GB/T 33190) is a zip whose entry is `OFD.xml`; file-type knows it as a zip only. */
function isOfd(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).toString('latin1') === 'PK' && bytes.includes('OFD.xml');
}

async function sniff(bytes: Buffer): Promise<string | undefined> {
  if (isOfd(bytes)) return MIME_BY_ENDING.ofd;
  return (await fileTypeFromBuffer(bytes))?.mime;
}

/**
 * The file's media type.
 * @throws DomainError `file-empty`, `file-type-not-allowed`, `file-not-what-it-says`
 */
export async function mediaTypeOf(name: string, bytes: Buffer): Promise<string> {
  if (bytes.length === 0) {
    throw unprocessable('file-empty', `文件“${name}”是空的，请重新选择文件。`);
  }
  const expected = MIME_BY_ENDING[name.toLowerCase().split('.').at(-1) ?? ''];
  if (!expected) {
    throw unprocessable(
      'file-type-not-allowed',
      `不接收文件“${name}”这种格式；请转换为 ${TAKEN} 后再上传。`,
    );
  }
  if ((await sniff(bytes)) !== expected) {
    throw unprocessable(
      'file-not-what-it-says',
      `文件“${name}”的内容与扩展名不符，可能已损坏或被改名。请重新导出为 ${TAKEN} 后再上传。`,
    );
  }
  return expected;
}
