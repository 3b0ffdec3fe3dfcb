/**
 * PDFs that do something by themselves are not taken. They are read by us, not by a library: libraries
 * follow the table of objects to the latest revision, pack out without bounds and drop what they do not
 * understand, which is where things are hidden.
 */
import { refuse } from '../refusal.js';
import { refuseZipAtEnd, searchBehind } from '../stowaways.js';
import { objectsOf } from './objects.js';
import { PdfRules } from './rules.js';

const END = '%%EOF';

const broken = (): never => refuse('file-broken', '无法读取，可能已损坏；请重新导出后再上传');

/**
 * @throws Refused `file-holds-active-content`, `file-encrypted`, `file-broken`, `file-two-kinds`,
 *   `file-holds-program`, `file-expands-too-much`, `file-too-complex`
 */
export function inspectPdf(bytes: Buffer): void {
  refuseZipAtEnd(bytes);
  const end = bytes.lastIndexOf(END);
  if (end < 0) broken();
  searchBehind(bytes.subarray(end + END.length));
  const rules = new PdfRules();
  for (const object of objectsOf(bytes)) rules.lookAt(object);
  rules.finish();
  if (!rules.hasCatalog) broken();
}
