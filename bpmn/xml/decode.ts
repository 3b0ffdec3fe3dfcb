/**
 * Bytes of a file → its text. The encoding is what the byte order mark says, else what the XML
 * declaration says, else UTF-8 (XML 1.0, 4.3.3 and appendix F); a table without either may also be
 * GB18030, which Chinese spreadsheets write. The same on servers, command lines and in browsers.
 */
import type { Refusal } from './structure.js';

/** The text, or why there is none. */
export type Decoded = { text: string } | { refusal: Refusal };

/** A byte order mark, and what it says. UTF-32 is known only to be refused by its name. */
const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['UTF-32LE', [0xff, 0xfe, 0, 0]],
  ['UTF-32BE', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** Where a character of ASCII, of which no part is 0, stands if each takes more than a byte. */
const UNMARKED: readonly (readonly [encoding: string, zeros: readonly boolean[]])[] = [
  ['UTF-32LE', [false, true, true, true]],
  ['UTF-32BE', [true, true, true, false]],
  ['utf-16le', [false, true]],
  ['utf-16be', [true, false]],
];

/** Names that Java and Windows tools write, with `-` for `_`, and the standard's name for them. */
const ALIASES: readonly (readonly [written: RegExp, standard: string])[] = [
  [/^(cp|ms|windows-|x-mswin-)936$/, 'gb18030'],
  [/^(x-)?euc-cn$|^gb-?2312(-80)?$/, 'gb18030'],
  [/^gb-?18030(-\d{4})?$/, 'gb18030'],
  [/^(cp|ms|x-windows-|windows-)950$/, 'big5'],
  [/^(utf-?8|cp65001)$/, 'utf-8'],
  [/^(latin-?1|(iso-?)?8859-1|cp1252)$/, 'windows-1252'],
  [/^(iso-?)?8859-(\d+)$/, 'iso-8859-$2'],
];

/** Text of an XML file. Its declaration then says UTF-8, which is what it will be written as. */
export function decodeXml(bytes: Uint8Array): Decoded {
  const marked = sniffed(bytes);
  const declared = marked === undefined ? declaredIn(bytes) : undefined;
  if (declared !== undefined && contradicts(declared, bytes)) return contradicted(declared);
  const decoded = decodedAs(marked ?? declared ?? 'utf-8', bytes);
  return 'text' in decoded ? { text: redeclared(decoded.text) } : decoded;
}

/** Text of a table or another plain file, which declares nothing. */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = sniffed(bytes);
  const decoded = decodedAs(marked ?? 'utf-8', bytes);
  return 'text' in decoded || marked !== undefined ? decoded : decodedAs('gb18030', bytes);
}

/** What the first bytes say, without any word on it. */
function sniffed(bytes: Uint8Array): string | undefined {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  const spaced = UNMARKED.find(
    ([, zeros]) =>
      bytes.length >= zeros.length && zeros.every((is, at) => (bytes[at] === 0) === is),
  );
  return (marked ?? spaced)?.[0];
}

/** A declaration stands within the first thousand bytes, in letters of ASCII. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 1_000));
  const label = DECLARATION.exec(head)?.[2];
  // Letter by letter is no UTF-16: tools that declare it so have written UTF-8.
  return label === undefined || isSixteenBits(label) ? undefined : label;
}

const DECLARATION =
  /^(\s{0,20}<\?xml[^>]{0,900}?\sencoding\s{0,90}=\s{0,90}["'])([^"']{0,60})(["'])/;

const redeclared = (text: string): string => text.replace(DECLARATION, '$1UTF-8$3');

const isSixteenBits = (label: string): boolean =>
  /^(utf|ucs)[-_]?(16|2)/i.test(label.trim()) ||
  decoderOf(standardName(label))?.encoding.startsWith('utf-16') === true;

/**
 * Whether the bytes are UTF-8 though another encoding is declared: an editor has saved the file
 * anew and left its first line. Every character beyond ASCII is then one that takes three bytes
 * or more, as Chinese does; of a text of another encoding that is as good as never true.
 */
function contradicts(declared: string, bytes: Uint8Array): boolean {
  if (decoderOf(standardName(declared))?.encoding === 'utf-8') return false;
  const decoded = decodedAs('utf-8', bytes);
  if ('refusal' in decoded) return false;
  return /[\u0800-\uffff]/.test(decoded.text) && !/[\u0080-\u07ff]/.test(decoded.text);
}

const contradicted = (declared: string): Decoded =>
  refused(
    `文件声明的编码是 ${declared}，内容却是 UTF-8，请把第一行的 encoding 改为 UTF-8 后重新导入。`,
  );

/** The name by which decoders know an encoding. */
function standardName(label: string): string {
  const name = label.trim().toLowerCase();
  const plain = name.replaceAll('_', '-');
  const alias = ALIASES.find(([written]) => written.test(plain));
  return alias ? plain.replace(alias[0], alias[1]) : name;
}

function decodedAs(label: string, bytes: Uint8Array): Decoded {
  const decoder = decoderOf(standardName(label));
  if (!decoder)
    return refused(
      `文件的编码“${label}”不能识别，请另存为 UTF-8（也可用 UTF-16、GB18030）后重新导入。`,
    );
  try {
    const text = decoder.decode(bytes).replace(/^\uFEFF/, '');
    return { text: decoder.encoding === 'windows-1252' ? windows1252(bytes) : text };
  } catch {
    return refused(`文件的内容与其编码 ${label} 不符，请另存为 UTF-8 后重新导入。`);
  }
}

const refused = (message: string): Decoded => ({
  refusal: { rule: 'encoding-unknown', message },
});

function decoderOf(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    // GB18030 takes all that GBK takes; as GBK, Node lets bytes pass that stand for nothing.
    return decoder.encoding === 'gbk' ? new TextDecoder('gb18030', { fatal: true }) : decoder;
  } catch {
    return undefined;
  }
}

/** What stands for the bytes 0x80–0x9F. Node 20 takes them for controls, browsers do not. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return parts.join('').replace(/[\u0080-\u009f]/g, (one) => HIGH.charAt(one.charCodeAt(0) - 0x80));
}

/** Arguments that one call takes anywhere. */
const CHUNK = 8_192;
