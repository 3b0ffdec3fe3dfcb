import { csvRows } from './csv.js';

const cellsOf = (text: string) => csvRows(text).map(({ cells }) => cells);

it.each<[string, string[][]]>([
  ['', []],
  ['a', [['a']]],
  [
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,\n,b',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['"a,""b""\n", "c" ,d', [['a,"b"\n', 'c ', 'd']]],
  ['a "b" c', [['a "b" c']]],
  ['"",""', [['', '']]],
  [',', [['', '']]],
  [
    '收件日期\t事由；备注\n2026/10/8\t"a\tb", c\n',
    [
      ['收件日期', '事由；备注'],
      ['2026/10/8', 'a\tb, c'],
    ],
  ],
  [
    'a;b\nc,d;e\n',
    [
      ['a', 'b'],
      ['c,d', 'e'],
    ],
  ],
])('reads %j', (text, rows) => {
  expect(cellsOf(text)).toEqual(rows);
});

it('says on which line a row begins, and which quote is not closed', () => {
  expect(csvRows('a\n"b\nc",d\ne').map(({ line }) => line)).toEqual([1, 2, 4]);
  expect(() => csvRows('a\n"b')).toThrow(
    expect.objectContaining({
      code: 'unreadable-table',
      message: expect.stringContaining('第 2 行'),
    }),
  );
});

it('reads a long table at once', () => {
  const began = performance.now();
  expect(csvRows('件名,"受理"\n'.repeat(300_000))).toHaveLength(300_000);
  expect(performance.now() - began).toBeLessThan(5_000);
});
