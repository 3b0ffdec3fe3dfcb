import { leastTime } from '../../../bpmn/testing/processor-time.js';
import { fileNameOf } from './file-name.js';

const sent = (name: string): string => fileNameOf(Buffer.from(name).toString('latin1'));

it.each([
  ['营业执照.pdf', '营业执照.pdf'],
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\我的文档\\图.png', '图.png'],
  ['合同\u202Efdp.exe', '合同fdp.exe'],
  ['a\u2066b\u2069\u200B\uFEFF\u061C.pdf', 'ab.pdf'],
  ['a\r\nSet-Cookie: x\0.pdf', 'aSet-Cookie_ x.pdf'],
  ['a.exe. . ', 'a.exe'],
  ['\u202E', '未命名'],
  ['', '未命名'],
  ['...', '未命名'],
  ['.htaccess', '未命名.htaccess'],
  ['合同.pdf\u3000\u2003   .exe', '合同.pdf .exe'],
  ['发票\u2800\u3164.pdf', '发票.pdf'],
  ['CON.pdf', '_CON.pdf'],
  ['lpt¹.png', '_lpt¹.png'],
  ['console.pdf', 'console.pdf'],
  ['a.pdf:hidden.exe', 'a.pdf_hidden.exe'],
  ['a<b>"c"|d?*.pdf', 'a_b__c__d__.pdf'],
  // Rare names of people: characters newer than this Node, and private ones.
  ['\u{2EBF0}\u{323B0}\uE816证明.pdf', '\u{2EBF0}\u{323B0}\uE816证明.pdf'],
  ['\uFDD0a\uFFFE.pdf', 'a.pdf'],
  [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(196)}.pdf`],
])('calls %j %j', (name, plain) => {
  expect(sent(name)).toBe(plain);
});

it.each([
  ['dots and blanks', '. '.repeat(500_000) + 'x'],
  ['marks', 'a' + '\u0301'.repeat(500_000) + '.pdf'],
  ['unseen characters', '\u200B'.repeat(500_000)],
  ['folders', '/'.repeat(1_000_000) + 'a.pdf'],
])('reads a long name of %s at once', async (_, name) => {
  const read = () => expect([...sent(name)].length).toBeLessThanOrEqual(204);
  expect(await leastTime(1_000, read)).toBeLessThan(1_000);
});
