import type { FormField } from './form.js';
import { strayTexts } from './texts.js';
import { tidyAnswers, withoutBlanks } from './tidy.js';

const form: FormField = {
  type: 'object',
  properties: {
    id: { type: 'string', format: 'id-number' },
    firm: { type: 'string', format: 'credit-code' },
    phone: { type: 'string', format: 'phone' },
    card: { type: 'string', format: 'bank-card' },
    account: { type: 'string', pattern: '^[0-9]{16,19}$' },
    plate: { type: 'string', pattern: '^[A-Z-]+$' },
    day: { type: 'string', format: 'date' },
    area: { type: 'number' },
    name: { type: 'string', title: '姓名', maxLength: 50 },
    story: { type: 'string', title: '经过', maxLength: 1000 },
    way: { type: 'string', enum: [' a '] },
    people: {
      type: 'array',
      items: { type: 'object', properties: { phone: { type: 'string', format: 'phone' } } },
    },
  },
};

describe('an answer as people type it', () => {
  it.each([
    ['id', ' 210399 19860412 002x ', '21039919860412002X'],
    ['id', '２１０３９９１９８６０４１２００２ｘ', '21039919860412002X'],
    ['firm', '92210399-ma0xt0013g', '92210399MA0XT0013G'],
    ['phone', '+86 199-0000-0001', '19900000001'],
    ['phone', '８６１９９０００００００１', '19900000001'],
    ['phone', '(0412) 322 1234', '04123221234'],
    ['phone', '+86 412 3221234', '04123221234'],
    ['phone', '0412-3221234', '0412-3221234'],
    ['card', '6222 0212 3456 7890 128', '6222021234567890128'],
    ['account', '6222 0212 3456 7890', '6222021234567890'],
    ['plate', ' A-B ', 'A-B'],
    ['day', '2026年3月2日', '2026-03-02'],
    ['day', '2026/10/8', '2026-10-08'],
    ['area', '１，２００．５', 1200.5],
    ['name', '\u3000张晓梅\u200B ', '张晓梅'],
    ['name', '   ', ''],
    ['way', ' a ', ' a '],
  ])('is kept in one way: %s %s', (name, typed, kept) =>
    expect(tidyAnswers(form, { [name]: typed })).toEqual({ [name]: kept }),
  );

  it('is tidied within lists', () =>
    expect(tidyAnswers(form, { people: [{ phone: '+8619900000001' }] })).toEqual({
      people: [{ phone: '19900000001' }],
    }));

  it('stays what it is where nobody can tell what was meant', () => {
    const odd = { phone: '12', day: '下周', area: '很大', id: '21', people: [{ phone: '1' }] };
    expect(tidyAnswers(form, odd)).toBe(odd);
  });

  it('is none where it is blank', () =>
    expect(withoutBlanks({ name: ' \u3000', area: 0, way: ' a ' })).toEqual({
      area: 0,
      way: ' a ',
    }));
});

it.each([
  ['张😀', ['name']],
  ['张❤️', ['name']],
  ['🇨🇳', ['name']],
  ['张\u202E三', ['name']],
  ['买买提·艾力 Ⅱ号店（№3）©', []],
  ['𠮷野家', []],
])('finds what no register can keep: %s', (name, found) =>
  expect(strayTexts(form, { name }).flatMap(({ path }) => path)).toEqual(found),
);

it('lets people write as they write where there is room', () =>
  expect(strayTexts(form, { story: '谢谢👍\n再见' })).toEqual([]));
