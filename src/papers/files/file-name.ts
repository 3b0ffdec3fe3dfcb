/** Names of files as people see them: what makes them look like another name is taken away. */

/** Folders never belong to a name. */
const FOLDER = /[/\\]/;
/**
 * Control characters and those that are not seen: they turn the reading direction (`合同‮fdp.exe` reads as
 * `合同exe.pdf`), join, or have no width; and the separators of lines.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu;

/** @param given as the multipart reader has it: latin1, although browsers send UTF-8 */
export function fileNameOf(given: string): string {
  const decoded = Buffer.from(given, 'latin1').toString('utf8');
  const name = decoded.includes('\uFFFD') ? given : decoded;
  const plain = name.split(FOLDER).at(-1)!.normalize('NFC').replace(UNSEEN, '');
  // Windows leaves these out at the end, and so opens another file than was checked.
  const trimmed = plain.trim().replace(/[. ]+$/, '');
  return [...trimmed].slice(-200).join('') || '未命名';
}
