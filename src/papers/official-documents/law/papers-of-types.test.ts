/** Each paper of each type of item quotes the law of that item, and no other. */
import { OTHER_RULES, PENALTY_RULES, PERMIT_RULES } from '../../../../workflows/clock/index.js';
import type { ClockRules } from '../../../../workflows/contracts/case.js';
import { ITEM_TYPES, type ItemType } from '../../../../workflows/item-types/index.js';
import { KINDS, nameOf, wordFor, type DocumentKind, type Source } from '../kinds/index.js';
import { renderTemplate } from '../template.js';
import { basisOf, PAPER_LAWS } from './basis.js';
import { factsOf } from './facts-of.js';

const OWN = '《户口登记条例》第七条';
const reconsideration = { bodies: ['海城市人民政府'], line: null };

const rulesOf = ({ clock }: ItemType): ClockRules => clock?.rules ?? OTHER_RULES;

/** The whole text of a paper of the kind for an item of the type. */
function textOf(kind: DocumentKind, type: ItemType, rules = rulesOf(type)): string {
  const source: Source = {
    act: {
      ...{ caseNumber: '210381202611270000017', step: 3, cause: 'command:1', act: 'any' },
      ...{ at: new Date('2026-11-27T02:00:00Z'), fromState: 'submitted', toState: 'accepted' },
      ...{ personId: 'p', postId: 'post', departmentId: 'o', reason: '理由甲', article: null },
      data: { procedure: 'testing', days: 5, materials: [{ code: 'layout', problem: '缺页' }] },
    },
    form: {},
    opinion: '',
    item: { name: '某事项', type: type.code, materials: [{ code: 'layout', name: '布局图' }] },
    fieldTitles: {},
    dates: { dueAt: null, promisedDueAt: null },
    handedIn: ['布局图'],
    applicant: '张晓梅',
    rules,
    ownBasis: OWN,
    submittedAt: new Date('2026-11-20T02:00:00Z'),
    phone: '0412-0000000',
    department: '海城市某局',
    reconsideration: kind.remedies ? reconsideration : null,
  };
  const facts = factsOf(kind, source, { number: '1', date: '2026年11月27日' });
  const { title, paragraphs } = renderTemplate(kind.template, facts);
  return [title, ...paragraphs.map(({ text }) => text)].join('\n');
}

const drafts = (kind: DocumentKind, { code }: ItemType) => kind.itemTypes?.includes(code) ?? true;

const EVERY = ITEM_TYPES.flatMap((type) =>
  KINDS.filter((kind) => drafts(kind, type)).map(
    (kind) => [type.name, nameOf(kind, type.code), kind, type] as const,
  ),
);

/** Sentences of which a law is the basis, beside the acts on remedies. */
const LAWS = ['行政许可法', '行政处罚法'];

describe('papers of all types of items', () => {
  it.each(EVERY)('%s: %s cites its own law, or none', (_, __, kind, type) => {
    const own = LAWS.find((law) => rulesOf(type).law === law);
    const text = textOf(kind, type);
    for (const other of LAWS.filter((law) => law !== own)) expect(text).not.toContain(other);
    const basis = basisOf(kind.code, rulesOf(type), OWN);
    if (/\{\{(basis|under)\}\}/.test(kind.template)) expect(text).toContain(basis);
    // What has no basis leaves no hole.
    expect(text).not.toMatch(/根据的|（）|undefined|\{\{/);
  });

  it.each(ITEM_TYPES.map((type) => [type.name, type] as const))(
    'the receipt for %s promises what its clock promises',
    (_, type) => {
      const receipt = KINDS.find(({ code }) => code === 'receipt')!;
      const { acceptance } = rulesOf(type);
      const text = textOf(receipt, type);
      expect(text.includes('即为受理')).toBe(acceptance?.silenceAccepts === true);
      expect(text.includes('书面告知')).toBe(acceptance !== null);
    },
  );

  it('what the city publishes for a type is what its papers say', () => {
    const allowance = ITEM_TYPES.find(({ code }) => code === '05')!;
    const rules: ClockRules = {
      ...OTHER_RULES,
      law: '社会救助暂行办法',
      acceptance: { within: '3wd', silenceAccepts: false },
      extension: { upTo: '10wd', by: 'head' },
      delivery: '7d',
    };
    const of = (code: string) =>
      textOf(
        KINDS.find((kind) => kind.code === code)!,
        allowance,
        rules,
      );
    expect(of('receipt')).toContain('自收到材料之日起3个工作日内书面告知');
    expect(of('receipt')).not.toContain('即为受理');
    expect(of('correction-notice')).toContain('根据《社会救助暂行办法》的规定，现一次性告知');
    expect(of('extension-notice')).toContain('根据《社会救助暂行办法》的规定，经批准');
  });

  it('decisions are called and say what their type decides', () => {
    const called = Object.fromEntries(
      ITEM_TYPES.map(({ code }) => {
        const [grant, refusal] = ['grant-decision', 'refusal-decision'].map((kind) =>
          KINDS.find((each) => each.code === kind)!,
        ) as [DocumentKind, DocumentKind];
        return [code, [nameOf(grant, code), wordFor(grant, code), nameOf(refusal, code)]];
      }),
    );
    expect(called).toMatchObject({
      '01': ['准予行政许可决定书', '许准', '不予行政许可决定书'],
      '02': ['行政处罚决定书', '罚决', '不予行政处罚决定书'],
      '05': ['予以行政给付决定书', '给准', '不予行政给付决定书'],
      '07': ['予以行政确认决定书', '确准', '不予行政确认决定书'],
      '09': ['行政裁决书', '裁准', '不予行政裁决决定书'],
    });
    const words = ITEM_TYPES.map(({ code }) => called[code]![1]);
    expect(new Set(words).size).toBe(ITEM_TYPES.length);
  });

  it('a penalty is carried out while it is contested, and says so', () => {
    const refusal = KINDS.find(({ code }) => code === 'refusal-decision')!;
    const [permit, penalty] = ITEM_TYPES as unknown as [ItemType, ItemType];
    expect(textOf(refusal, penalty)).toContain('不停止执行');
    expect(textOf(refusal, permit)).not.toContain('不停止执行');
  });

  it('names only kinds there are', () => {
    const codes = new Set(KINDS.map(({ code }) => code));
    for (const { articles } of PAPER_LAWS)
      for (const kind of Object.keys(articles)) expect(codes).toContain(kind);
    expect(PAPER_LAWS.map(({ law }) => law)).toEqual([PERMIT_RULES.law, PENALTY_RULES.law]);
  });
});
