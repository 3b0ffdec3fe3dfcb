/**
 * The remedies a refusal names: reconsideration within 60 days (行政复议法 20) by the same-level
 * government (24), for vertical bodies the next higher one of their line (27), for a bureau of justice
 * that or the government (28); a suit within six months (行政诉讼法 46), or 15 days after the
 * reconsideration (45).
 */
import type { EntityManager } from 'typeorm';

interface Body {
  name: string;
  kind: string;
  line: string | null;
  level: string;
  region: string | null;
  vertical: boolean;
  parent_id: string | null;
}

/** Whom a decision is contested before. */
export interface Reconsideration {
  /** The body that reconsiders; of two the applicant chooses. */
  bodies: readonly string[];
  line: string | null;
}

/** Lines with rules of their own. */
const JUSTICE = 'justice';
const TAX = 'tax';

/** Who reconsiders what the organisation decided. */
export async function reconsiderationOf(
  manager: EntityManager,
  organisationId: string,
): Promise<Reconsideration> {
  const [own] = await manager.query<Body[]>(
    `SELECT name, kind, line, level, region, vertical, parent_id FROM organisation WHERE id = $1`,
    [organisationId],
  );
  if (!own) return { bodies: ['有管辖权的行政复议机关'], line: null };
  const { line } = own;
  const higher = async () => (await higherOfLine(manager, own)) ?? '上一级主管部门';
  if (own.vertical) return { bodies: [await higher()], line };
  const ofLevel = (await government(manager, own)) ?? unnamed(own);
  return { bodies: line === JUSTICE ? [ofLevel, await higher()] : [ofLevel], line };
}

const unnamed = ({ kind }: Body): string =>
  kind === 'government' ? '上一级人民政府' : '本级人民政府';

const LEVELS = ['township', 'county', 'city', 'province'] as const;
type Level = (typeof LEVELS)[number];

/** Digits of a region's code that are a level's own (GB/T 2260). */
const DIGITS: Readonly<Record<Level, number>> = { township: 9, county: 6, city: 4, province: 2 };

function above(level: string): Level | undefined {
  return LEVELS[LEVELS.indexOf(level as Level) + 1];
}

/** 行政复议法 27, 28: 海关、金融、外汇、税务、国家安全 and others managed from above; 司法行政. */
async function higherOfLine(manager: EntityManager, own: Body): Promise<string | undefined> {
  const level = above(own.level);
  if (!level) return undefined;
  const [row] = await manager.query<{ name: string }[]>(
    `SELECT name FROM organisation
      WHERE line = $1 AND level = $2 AND kind = 'department' AND left($3, $4) = left(region, $4)
      ORDER BY id LIMIT 1`,
    [own.line, level, own.region ?? '', DIGITS[level]],
  );
  return row?.name;
}

/**
 * 行政复议法 24: of a department the government of its level; of a government, the next higher one. Below
 * the county nobody reconsiders: it is the county's.
 */
async function government(manager: EntityManager, own: Body): Promise<string | undefined> {
  const below = own.level === 'village' || own.level === 'township';
  const level = below ? 'county' : own.kind === 'government' ? above(own.level) : own.level;
  const region = own.region ?? (await regionOfParent(manager, own.parent_id));
  if (!region || !isLevel(level)) return undefined;
  const [row] = await manager.query<{ name: string }[]>(
    `SELECT name FROM organisation
      WHERE kind = 'government' AND level = $1 AND left(region, $2) = left($3, $2)
      ORDER BY id LIMIT 1`,
    [level, DIGITS[level], region],
  );
  return row?.name;
}

const isLevel = (level: string | undefined): level is Level =>
  LEVELS.some((each) => each === level);

async function regionOfParent(manager: EntityManager, id: string | null): Promise<string | null> {
  const [row] = await manager.query<{ region: string | null }[]>(
    `SELECT region FROM organisation WHERE id = $1`,
    [id],
  );
  return row?.region ?? null;
}

/** A decision under 行政处罚法 is carried out meanwhile (73). */
export interface RemedyTerms {
  carriedOutMeanwhile: boolean;
}

/** The paragraph that tells the remedies. */
export function remediesText(
  { bodies, line }: Reconsideration,
  { carriedOutMeanwhile }: RemedyTerms = { carriedOutMeanwhile: false },
): string {
  const sentences = [
    `如不服本决定，可以自收到本决定之日起六十日内依法向${bodies.join('或者')}申请行政复议（《中华人民共和国行政复议法》第二十条），` +
      `也可以自收到本决定之日起六个月内依法向有管辖权的人民法院提起行政诉讼（《中华人民共和国行政诉讼法》第四十六条）。`,
    `对行政复议决定不服的，可以自收到复议决定书之日起十五日内向人民法院提起诉讼（第四十五条）。`,
    `本决定以电子方式送达的，可以通过互联网渠道提交行政复议申请。`,
  ];
  if (line === TAX) {
    sentences.push(
      '在纳税上发生争议的，应当先依照决定缴纳或者提供相应的担保，然后申请行政复议，对行政复议决定不服的再提起诉讼（《中华人民共和国税收征收管理法》第八十八条）。',
    );
  }
  if (carriedOutMeanwhile) {
    sentences.push(
      '申请行政复议或者提起行政诉讼的，本决定不停止执行，法律另有规定的除外（《中华人民共和国行政处罚法》第七十三条）。',
    );
  }
  return sentences.join('');
}
