import { readable } from './readable.js';

it('takes blanks away from around the equals sign of attributes', () => {
  expect(readable(`<a name = "x = 'y'" b\n=\n'z'/>`)).toBe(`<a name="x = 'y'" b='z'/>`);
});

it('takes blanks off ids and references, and nothing else', () => {
  expect(readable('<f id="flow4 " sourceRef=" a" name=" n "/>')).toBe(
    '<f id="flow4" sourceRef="a" name=" n "/>',
  );
});

it.each([
  '<?xml version = "1.0"?><a><!-- <b c = "d"> --><![CDATA[x = "1" <e f = "g">]]>h = "i"</a>',
  `<a b="c > d" e='f = "g"'>h</a>`,
])('leaves everything else as it is: %s', (xml) => {
  expect(readable(xml)).toBe(xml);
});
