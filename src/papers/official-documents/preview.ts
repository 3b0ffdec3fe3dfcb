/** A template as PDF, filled with what is made up. */
import { ITEM_TYPES } from '../../../workflows/item-types/index.js';
import { COMMON_FIELDS, namesRemedies, type DocumentKind } from './kinds/index.js';
import { writePdf } from './pdf/page.js';
import { lawfulFacts, type LawfulCase } from './law/terms.js';
import { remediesText } from './remedies.js';
import { renderTemplate, type Fact, type Facts } from './template.js';
import { requireSound } from './template-kind.js';

const PERMIT = ITEM_TYPES[0]!;

const SAMPLES: Facts = {
  caseNumber: '21038120261127000001',
  item: '食品经营许可',
  power: '行政许可',
  applicant: '张晓梅',
  department: '海城市市场监督管理局',
  date: '2026年11月27日',
  submittedOn: '2026年11月20日',
  actOn: '2026年11月27日',
  law: '《中华人民共和国食品安全法》第三十五条',
  article: '行政许可法第三十二条',
  phone: '0412-0000000（演示）',
  reason: '设备布局图缺少操作间，与现场不一致。',
  remedies: remediesText({ bodies: ['海城市人民政府'], line: null }),
  statutoryDue: '2026年12月25日',
  promisedDue: '2026年12月4日',
};

/** A permit: what an administrator sees first. */
const SAMPLE_CASE: LawfulCase = {
  ...{ type: PERMIT.code, rules: PERMIT.clock!.rules, ownBasis: String(SAMPLES.law) },
  ...{ item: String(SAMPLES.item), caseNumber: String(SAMPLES.caseNumber) },
  submittedOn: String(SAMPLES.submittedOn),
};

/** Fields whose name says they are lists get two lines. */
function sampleOf(name: string, label: string): Fact {
  return (
    SAMPLES[name] ?? (label.includes('清单') ? [`${label}之一`, `${label}之二`] : `〔${label}〕`)
  );
}

/** @throws DomainError `template-invalid` */
export function previewPdf(kind: DocumentKind, body: string): Promise<Buffer> {
  requireSound(kind, body);
  const number =
    kind.word === null ? String(SAMPLES.caseNumber) : `海市监${kind.word}字〔2026〕第1号`;
  const facts: Facts = { number, ...lawfulFacts(kind.code, SAMPLE_CASE) };
  if (!namesRemedies(kind, PERMIT.code)) facts.remedies = '';
  for (const [name, label] of Object.entries({ ...COMMON_FIELDS, ...kind.fields })) {
    facts[name] ??= sampleOf(name, label);
  }
  return writePdf({
    content: renderTemplate(body, facts),
    number,
    organisation: String(SAMPLES.department),
    dated: new Date('2026-11-27T00:00:00+08:00'),
    verifyAt: 'https://example.invalid/verify/preview',
    watermark: '样张，无效',
  });
}
