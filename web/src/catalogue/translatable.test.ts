import { translatable, withoutStrayTranslations } from './translatable.js';

test('each text that applicants read is offered once for translation, where it is written', () => {
  const item = {
    name: '高龄津贴',
    form: 'allowance',
    processVariables: ['档次'],
    conditions: ['本市户籍'],
    materials: [
      { name: '身份证', acceptance: '免提交。', when: 'form.who = "本人"', note: '待核实' },
      { name: '户口簿', acceptance: '免提交。' },
    ],
    limits: { promised: { days: 10, unit: 'wd', note: '镇审核五个工作日' } },
    situation: [{ question: '谁来办？', options: [{ value: '本人', label: '自己办' }] }],
    guide: { summary: '按月领取。', phone: '12345' },
    english: [{ chinese: '高龄津贴', english: 'Old-age allowance' }],
  };
  expect(translatable(item)).toEqual([
    { section: 'basics', texts: ['高龄津贴'] },
    { section: 'conditions', texts: ['本市户籍'] },
    { section: 'materials', texts: ['身份证', '免提交。', '户口簿'] },
    { section: 'limits', texts: ['镇审核五个工作日'] },
    { section: 'situation', texts: ['谁来办？', '自己办'] },
    { section: 'guide', texts: ['按月领取。'] },
  ]);
});

test('an item that is written after another keeps the translations of what it still says', () => {
  const kept = { chinese: '身份证', english: 'ID card' };
  const gone = { chinese: '高龄津贴', english: 'Old-age allowance' };
  const item = { name: '护理补贴', materials: [{ name: '身份证' }], english: [gone, kept] };
  expect(withoutStrayTranslations(item)).toEqual({ ...item, english: [kept] });
});
