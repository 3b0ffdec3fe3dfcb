import fc from 'fast-check';
import { renderTemplate, templateFaults, type TemplateRules } from './template.js';

const rules: TemplateRules = {
  fields: { applicant: '申请人', reason: '理由', materials: '材料', phone: '电话' },
  required: ['reason'],
};
const body = [
  '# 决定书',
  '> {{applicant}}：',
  '理由：{{ reason }}',
  '? 电话：{{phone}}',
  '{{materials}}',
];

describe('a document’s template', () => {
  it('passes when it names what the kind has and what the law demands', () => {
    expect(templateFaults(body.join('\n'), rules)).toEqual([]);
  });

  it('is refused for an unknown placeholder, saying line and column', () => {
    const faults = templateFaults('# 决定书\n理由：{{reason}}{{raeson}}', rules);
    expect(faults).toMatchObject([{ line: 2, column: 14 }]);
    expect(faults[0]!.message).toContain('raeson');
  });

  it.each([
    ['an open brace', '# 决定书\n{{reason}}\n{{applicant', 3],
    ['a stray closing brace', '# 决定书\n{{reason}} }}', 2],
    ['a second title', '# 决定书\n{{reason}}\n# 又一个', 3],
    ['no title', '{{reason}}', 1],
    ['no reason, which the law demands', '# 决定书\n你好', 1],
  ])('is refused for %s', (_, text, line) => {
    expect(templateFaults(text, rules).map((fault) => fault.line)).toEqual([line]);
  });

  it('prints lists as numbered paragraphs and leaves out what is empty', () => {
    const facts = { applicant: '张晓梅', reason: '面积不足\n通风不良', materials: ['甲', '乙'] };
    expect(renderTemplate(body.join('\n'), facts)).toEqual({
      title: '决定书',
      paragraphs: [
        { kind: 'flush', text: '张晓梅：' },
        { kind: 'plain', text: '理由：面积不足' },
        { kind: 'plain', text: '通风不良' },
        { kind: 'item', text: '1. 甲' },
        { kind: 'item', text: '2. 乙' },
      ],
    });
  });

  it('joins a list inside a sentence', () => {
    const { paragraphs } = renderTemplate('# 书\n缺：{{materials}}。', { materials: ['甲', '乙'] });
    expect(paragraphs[0]!.text).toBe('缺：甲；乙。');
  });

  it('never reads placeholders out of what people wrote', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => /\S/.test(text) && !/[\r\n]/.test(text)),
        (text) => {
          const told = `{{reason}} $& ${text}`.trim();
          const { paragraphs } = renderTemplate('# 书\n{{applicant}}', {
            applicant: told,
            reason: '泄露',
          });
          expect(paragraphs.map((paragraph) => paragraph.text)).toEqual([told]);
        },
      ),
    );
  });
});
