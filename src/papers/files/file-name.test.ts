import { fileNameOf } from './file-name.js';

const sent = (name: string): string => fileNameOf(Buffer.from(name).toString('latin1'));

it.each([
  ['营业执照.pdf', '营业执照.pdf'],
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\我的文档\\图.png', '图.png'],
  ['合同\u202Efdp.exe', '合同fdp.exe'],
  ['a\u2066b\u2069\u200B\uFEFF\u061C.pdf', 'ab.pdf'],
  ['a\r\nSet-Cookie: x\0.pdf', 'aSet-Cookie: x.pdf'],
  ['a.exe. . ', 'a.exe'],
  ['\u202E', '未命名'],
])('calls %j %j', (name, plain) => {
  expect(sent(name)).toBe(plain);
});
