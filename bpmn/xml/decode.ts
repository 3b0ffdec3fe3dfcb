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
];

/** How `<?` begins where each character takes more than a byte, without a mark. */
const UNMARKED: typeof MARKS = [
  ['UTF-32LE', [0x3c, 0, 0, 0]],
  ['UTF-32BE', [0, 0, 0, 0x3c]],
  ['utf-16le', [0x3c, 0]],
  ['utf-16be', [0, 0x3c]],
];

/** Names that Java and Windows tools write, and the standard's name for them. */
const ALIASES: Readonly<Record<string, string>> = {
  cp936: 'gb18030',
  ms936: 'gb18030',
  'windows-936': 'gb18030',
  'latin-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  cp1252: 'windows-1252',
};

/** Text of an XML file. Its declaration then says UTF-8, which is what it will be written as. */
export function decodeXml(bytes: Uint8Array): Decoded {
  const marked = sniffed(bytes, MARKS) ?? sniffed(bytes, UNMARKED);
  const declared = marked === undefined ? declaredIn(bytes) : undefined;
  const decoded = decodedAs(marked ?? declared ?? 'utf-8', bytes);
  return 'text' in decoded ? { text: redeclared(decoded.text) } : decoded;
}

/** Text of a table or another plain file, which declares nothing. */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = sniffed(bytes, MARKS) ?? sniffed(bytes, UNMARKED);
  const decoded = decodedAs(marked ?? 'utf-8', bytes);
  return 'text' in decoded || marked !== undefined ? decoded : decodedAs('gb18030', bytes);
}

function sniffed(bytes: Uint8Array, marks: typeof MARKS): string | undefined {
  return marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
}

/** A declaration stands within the first few hundred bytes, in letters of ASCII. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 400));
  const label = DECLARATION.exec(head)?.[2];
  // Letter by letter is no UTF-16: tools that declare it so have written UTF-8.
  return label === undefined || /^(utf-?16|ucs-?2)/i.test(label) ? undefined : label;
}

const DECLARATION =
  /^(\s{0,20}<\?xml[^>]{0,200}?\sencoding\s{0,20}=\s{0,20}["'])([^"']{0,60})(["'])/;

const redeclared = (text: string): string => text.replace(DECLARATION, '$1UTF-8$3');

function decodedAs(label: string, bytes: Uint8Array): Decoded {
  const name = label.trim().toLowerCase();
  const decoder = decoderOf(ALIASES[name] ?? name);
  if (!decoder)
    return refused(
      `文件的编码“${label}”不能识别，请另存为 UTF-8（也可用 UTF-16、GB18030）后重新导入。`,
    );
  try {
    const text = decoder.decode(bytes);
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
