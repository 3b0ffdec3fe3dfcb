import { ItemIndex, pairsOf, soundsOf } from './item-index.js';

const index = new ItemIndex();
for (const [code, name, ...more] of [
  ['food', '食品经营许可', '健康证明', '餐饮从业者'],
  ['sign', '户外招牌设置规范', '招牌效果图'],
  ['old', '高龄津贴', '老年人'],
  ['born', '出生登记', '出生医学证明'],
  ['road', '临时占用城市道路许可'],
] as const)
  index.add({ code, name, more });

const best = (text: string, words: string[] = []) => index.find(text, words)[0];

it.each([
  ['the whole name', '食品经营许可', 'food'],
  ['a part of it', '招牌', 'sign'],
  ['one character', '招', 'sign'],
  ['a material', '健康证明', 'food'],
  ['whom it is for', '老年人', 'old'],
  ['pinyin', 'gaolingjintie', 'old'],
  ['the middle in pinyin', 'jingying', 'food'],
  ['initials', 'spjyxk', 'food'],
  ['one wrong letter', 'gaolinjintie', 'old'],
  ['one wrong character', '食品经宫许可', 'food'],
  ['a character of the same sound', '高龄金贴', 'old'],
])('finds by %s', (_what, text, code) => {
  expect(best(text)).toMatchObject({ code });
});

it('finds by what people call it', () => {
  expect(best('孩子上户口', ['出生登记'])).toEqual({ code: 'born', share: 1 });
});

it('says how much of what was asked is there', () => {
  expect(best('食品经营许可')).toEqual({ code: 'food', share: 1 });
  expect(best('食品摊位登记')!.share).toBeLessThan(0.5);
  expect(index.find('量子计算')).toEqual([]);
  expect(index.find('  ')).toEqual([]);
});

it('reads pairs of characters and sounds', () => {
  expect(pairsOf('食品经 A1')).toEqual(['食品', '品经', 'a1']);
  expect(soundsOf('食品')).toEqual(['shipin', 'pin', 'sp', 'p']);
});
