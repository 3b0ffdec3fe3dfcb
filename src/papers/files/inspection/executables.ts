/** Programs, whatever they are called: by their first bytes, and by the endings that systems run. */
import { refuse } from './refusal.js';

const latin1 = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString(
    'latin1',
  );

/** PE and DOS, ELF, Mach-O, Java, WebAssembly, Dalvik, scripts; OLE holds macros and packages. */
const PROGRAMS = [
  ...['MZ', '\x7fELF', '\xca\xfe\xba\xbe', '\0asm', 'dex\n', '#!', '\xd0\xcf\x11\xe0'],
  ...['\xfe\xed\xfa\xce', '\xfe\xed\xfa\xcf', '\xce\xfa\xed\xfe', '\xcf\xfa\xed\xfe'],
  // A shortcut of Windows, its help, a script of macOS, and RTF, which holds packages.
  ...['L\0\0\0\x01\x14\x02\0', 'ITSF', 'FasdUAS', '{\\rt'],
];

const RUN_BY_SYSTEMS = new Set(
  (
    'exe dll sys com scr pif cpl msi msp msix bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta lnk url ' +
    'reg inf jar class apk ipa app dmg pkg deb rpm sh bash csh py pyc pl rb php phtml asp aspx jsp ' +
    'swf xll xlam xlsm xlsb xltm docm dotm pptm potm ppam ppsm sldm so dylib elf bin html htm xhtml mht mhtml chm ' +
    'scf iso img vhd xsl xslt iqy slk msc gadget application settingcontent-ms library-ms wasm node mjs cjs jnlp'
  ).split(' '),
);

/** Archives within archives hide what they hold. */
const ARCHIVES = ['Rar!', "7z\xbc\xaf'", '\x1f\x8b', 'BZh', '\xfd7zXZ', 'MSCF', '\x28\xb5\x2f\xfd'];

/** @throws Refused `file-holds-program` when it runs by its bytes */
export function refusePrograms(bytes: Uint8Array, where = ''): void {
  const start = latin1(bytes, 16);
  if (PROGRAMS.some((magic) => start.startsWith(magic)))
    refuse('file-holds-program', `${where}是可执行程序或含宏的旧格式，不能接收；请去掉后重新导出`);
}

/** @throws Refused `file-holds-program`, `file-nested` for an entry of a container */
export function refuseEntry(name: string, bytes: Uint8Array): void {
  // What a spreadsheet remembers of its printer.
  if (/(?:^|\/)printerSettings\/printerSettings\d*\.bin$/i.test(name))
    return refusePrograms(bytes, name);
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  if (RUN_BY_SYSTEMS.has(ending))
    refuse('file-holds-program', `内含“${name}”，是可执行或脚本内容，不能接收；请去掉后重新导出`);
  refusePrograms(bytes, `内含的“${name}”`);
  const start = latin1(bytes, 300);
  const isArchive =
    ARCHIVES.some((magic) => start.startsWith(magic)) || start.slice(257, 262) === 'ustar';
  if (isArchive) refuse('file-nested', `内含压缩包“${name}”，不能接收；请去掉后重新导出`);
}
