/** Each paper of each type of item quotes the law of that item, and no other. */
import { OTHER_RULES, PENALTY_RULES, PERMIT_RULES } from '../../../../workflows/clock/index.js';
import type { ClockRules, LegalAct } from '../../../../workflows/contracts/case.js';
import { citation } from '../../../../workflows/law/index.js';
import { ITEM_TYPES, type ItemType } from '../../../../workflows/item-types/index.js';
import {
  KINDS,
  nameOf,
  namesRemedies,
  wordFor,
  type DocumentKind,
  type OfficialAct,
  type Source,
} from '../kinds/index.js';
import { renderTemplate } from '../template.js';
import { articleOfEnding } from '../../licences/index.js';
import { basisOf, citedInFull, PAPER_LAWS } from './basis.js';
import { factsOf } from './facts-of.js';

const OWN = '《户口登记条例》第七条';
const reconsideration = { bodies: ['海城市人民政府'], line: null };

const rulesOf = ({ clock }: ItemType): ClockRules => clock?.rules ?? OTHER_RULES;

/** The whole text of a paper of the kind for an item of the type. */
function textOf(
  kind: DocumentKind,
  type: ItemType,
  rules = rulesOf(type),
  told: Partial<OfficialAct> = {},
  form: Source['form'] = {},
): string {
  const source: Source = {
    act: {
      ...{ caseNumber: '210381202611270000017', step: 3, cause: 'command:1', act: 'any' },
      ...{ at: new Date('2026-11-27T02:00:00Z'), fromState: 'submitted', toState: 'accepted' },
      ...{ personId: 'p', postId: 'post', departmentId: 'o', reason: '理由甲', article: null },
      ...told,
      data: { procedure: 'testing', days: 5, materials: [{ code: 'layout', problem: '缺页' }] },
    },
    form,
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
    reconsideration: namesRemedies(kind, type.code) ? reconsideration : null,
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

  const kindCalled = (code: string) => KINDS.find((kind) => kind.code === code)!;
  const typeOf = (code: string) => ITEM_TYPES.find((type) => type.code === code)!;

  it.each(ITEM_TYPES.map((type) => [type.name, type] as const))(
    'what is decided for %s says what was found, with remedies where nobody asked for it',
    (_, type) => {
      const taken = ['02', '03', '04', '06'].includes(type.code);
      const [grant, refusal, accepted] = [
        ...['grant-decision', 'refusal-decision', 'acceptance-notice'],
      ].map((code) => textOf(kindCalled(code), type)) as [string, string, string];
      expect(grant.includes('符合法定条件')).toBe(!taken);
      expect(grant.includes('申请行政复议')).toBe(taken);
      expect(grant).toContain('理由：理由甲');
      expect(refusal.includes('不符合法定条件')).toBe(!taken);
      expect(refusal).toContain('申请行政复议');
      expect(accepted.includes('材料齐全')).toBe(!taken);
    },
  );

  it('a penalty is carried out while it is contested, and says so where it is imposed', () => {
    const said = KINDS.flatMap((kind) =>
      ITEM_TYPES.filter((type) => textOf(kind, type).includes('不停止执行')).map(({ code }) => [
        ...[code, kind.code],
      ]),
    );
    expect(said).toEqual([['02', 'grant-decision']]);
    const penalty = textOf(kindCalled('grant-decision'), typeOf('02'));
    expect(penalty).toContain(
      '本决定书自作出之日起7个工作日内送达（《中华人民共和国行政处罚法》第六十一条）',
    );
    expect(penalty).not.toContain('颁发证件');
  });

  it('a penalty says of which kind it is and how its fine is paid; nothing else does', () => {
    const form = { reason: '查获', penalty: '没收违法所得、罚款', fineYuan: 50000 };
    const decided = (code: string) =>
      textOf(kindCalled('grant-decision'), typeOf(code), undefined, {}, form);
    expect(decided('02')).toContain('处罚的种类：没收违法所得、罚款');
    expect(decided('02')).toMatch(
      /罚款人民币50000元，自收到本决定书之日起15日内.*百分之三.*七十二条/,
    );
    expect(decided('07')).not.toContain('罚款人民币');
    const none = textOf(kindCalled('grant-decision'), typeOf('02'), undefined, {}, { fineYuan: 0 });
    expect(none).not.toContain('百分之三');
  });

  it('what nobody applied for is filed, not accepted', () => {
    const notice = (code: string) => textOf(kindCalled('acceptance-notice'), typeOf(code));
    expect(notice('02')).toMatch(/^立案通知书[^]*予以立案/);
    expect(notice('02')).not.toContain('受理');
    expect(notice('01')).toMatch(/^受理通知书[^]*予以受理/);
  });

  it('silence accepts by its own article, and has examined nothing', () => {
    const deemed = textOf(kindCalled('acceptance-notice'), typeOf('01'), undefined, {
      act: 'deem',
    });
    expect(deemed).toContain('第三十二条第一款第（四）项');
    expect(deemed).toContain('自收到申请材料之日起即为受理');
    expect(deemed).not.toMatch(/经审查|材料齐全|决定自/);
    const decided = textOf(kindCalled('acceptance-notice'), typeOf('01'), undefined, {
      act: 'accept',
    });
    expect(decided).toContain('第三十二条第一款第（五）项');
    expect(decided).not.toContain('即为受理');
  });

  it('under no law of procedure only what decides rests on the item’s own basis', () => {
    const deciding = KINDS.filter(({ code }) => basisOf(code, OTHER_RULES, OWN) !== '');
    expect(deciding.map(({ code }) => code)).toEqual([
      ...['grant-decision', 'refusal-decision', 'benefit-notice'],
      ...['revocation-decision', 'cancellation-decision'],
    ]);
    const service = typeOf('20');
    expect(textOf(kindCalled('hearing-notice'), service)).not.toContain(OWN);
    expect(textOf(kindCalled('correction-notice'), service)).not.toContain(OWN);
  });

  it('a penalty is forwarded by no article: the one on crimes is about another transfer', () => {
    expect(textOf(kindCalled('forwarding-notice'), typeOf('02'))).not.toContain('处罚法');
  });

  it('a licence ends by the article of its end, whatever law the case runs by that ends it', () => {
    for (const code of ['cancellation-decision', 'revocation-decision']) {
      const kind = kindCalled(code);
      const ended = (article: string | null) =>
        textOf(kind, typeOf('01'), undefined, { act: 'licence-cancelled', article });
      expect(ended('行政许可法第七十条')).toContain(
        '根据《中华人民共和国行政许可法》第七十条的规定',
      );
      expect(ended(null)).not.toContain('行政许可法》');
    }
  });

  it('a record of inspection rests on what two are sent by, by the name its templates know', () => {
    const told = { act: 'inspection-confirmed', article: '行政处罚法第四十二条' };
    const record = textOf(kindCalled('inspection-record'), typeOf('06'), undefined, told);
    expect(record).toContain('依据：行政处罚法第四十二条。');
  });

  it.each([PERMIT_RULES, PENALTY_RULES])(
    'of $law the timeline, the papers and the ends of licences cite the same articles',
    (rules) => {
      const PAPERS: Partial<Record<LegalAct, string>> = {
        ...{
          accept: 'acceptance-notice',
          deem: 'deemed-acceptance',
          reject: 'not-accepted-decision',
        },
        ...{ correct: 'correction-notice', pause: 'special-procedure-notice' },
        ...{ extend: 'extension-notice', grant: 'grant-decision', refuse: 'refusal-decision' },
        ...{ 'deem-renewed': 'deemed-renewal-notice', forward: 'forwarding-notice' },
        ...{ 'tell-hearing': 'hearing-notice', deliver: 'proof-of-delivery' },
      };
      const title = PAPER_LAWS.find(({ law }) => law === rules.law)!.title;
      const cited = Object.entries(PAPERS).flatMap(([act, kind]) => {
        const paper = basisOf(kind, rules, OWN);
        const move = citation({ law: rules.law }, act as LegalAct);
        return paper && move ? [[paper, move.replace(rules.law, title)] as const] : [];
      });
      expect(cited.length).toBeGreaterThan(5);
      for (const [paper, move] of cited) expect(paper.startsWith(move)).toBe(true);
      for (const [as, kind] of [
        ['revoked', 'revocation-decision'],
        ['cancelled', 'cancellation-decision'],
      ] as const) {
        const article = articleOfEnding(rules.law, as);
        expect(article === null ? '' : citedInFull(article)).toBe(basisOf(kind, rules, OWN));
      }
    },
  );

  it('names only kinds there are', () => {
    const codes = new Set([...KINDS.map(({ code }) => code), 'deemed-acceptance']);
    for (const { articles } of PAPER_LAWS)
      for (const kind of Object.keys(articles)) expect(codes).toContain(kind);
    expect(PAPER_LAWS.map(({ law }) => law)).toEqual([PERMIT_RULES.law, PENALTY_RULES.law]);
  });
});
