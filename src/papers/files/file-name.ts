/** Names of files as people see them: what makes them look like another name is taken away. */

/** Characters that are read of a name at most, from its end, where the kind stands. */
const READ = 1_000;
/** Characters that are kept. */
const KEPT = 200;

/** Folders never belong to a name. */
const FOLDER = /[/\\]/;
/**
 * Control characters and those that are not seen: they turn the reading direction (`合同‮fdp.exe` reads as
 * `合同exe.pdf`), join, or have no width; the separators of lines; halves of characters and what is none.
 * Characters that this Node does not know yet stay, as do private ones: people's rare names have them.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/** Letters without a shape of their own (fillers of Hangul, blank Braille). */
const BLANK = /[\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/gu;
/** Windows gives them a meaning: streams of a file, devices, patterns. */
const RESERVED = /[<>:"|?*]/g;
/** Devices of Windows, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;

/**
 * Each step reads the name once: a name may be made to cost.
 * @param given as the multipart reader has it: latin1, although browsers send UTF-8
 */
export function fileNameOf(given: string): string {
  const decoded = Buffer.from(given, 'latin1').toString('utf8');
  const name = (decoded.includes('\uFFFD') ? given : decoded).slice(-READ);
  const plain = name
    .split(FOLDER)
    .at(-1)!
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(BLANK, '')
    .replace(/\p{Zs}/gu, ' ')
    .replace(RESERVED, '_');
  const words = withoutEnd(plain).split(' ').filter(Boolean).join(' ');
  const short = [...words].slice(-KEPT).join('').trimStart();
  if (short === '' || short.startsWith('.')) return `未命名${short}`;
  return DEVICE.test(short) ? `_${short}` : short;
}

/** Windows leaves dots and blanks out at the end, and so opens another file than was checked. */
function withoutEnd(name: string): string {
  let end = name.length;
  while (end > 0 && '. '.includes(name[end - 1]!)) end -= 1;
  return name.slice(0, end);
}
