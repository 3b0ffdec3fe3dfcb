/**
 * The remedies a refusal names: reconsideration within 60 days (行政复议法 20) by the same-level
 * government (24), for vertical bodies the next higher one of their line (27); a suit within six months
 * (行政诉讼法 46), or 15 days after the reconsideration (45).
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

/** Name of the body that reconsiders what the organisation decided. */
export async function reconsiderationBody(
  manager: EntityManager,
  organisationId: string,
): Promise<string> {
  const [own] = await manager.query<Body[]>(
    `SELECT name, kind, line, level, region, vertical, parent_id FROM organisation WHERE id = $1`,
    [organisationId],
  );
  if (!own) return '有管辖权的行政复议机关';
  const body = own.vertical ? await higherOfLine(manager, own) : await government(manager, own);
  return body ?? (own.vertical ? '上一级主管部门' : '本级人民政府');
}

const LEVELS = ['township', 'county', 'city', 'province'] as const;
type Level = (typeof LEVELS)[number];

function above(level: string): Level | undefined {
  return LEVELS[LEVELS.indexOf(level as Level) + 1];
}

/** 行政复议法 27: 海关、金融、外汇、税务、国家安全 and others managed from above. */
async function higherOfLine(manager: EntityManager, own: Body): Promise<string | undefined> {
  const [row] = await manager.query<{ name: string }[]>(
    `SELECT name FROM organisation
      WHERE line = $1 AND level = $2 AND kind = 'department'
        AND region IS NOT NULL AND left($3, 4) = left(region, 4)
      ORDER BY id LIMIT 1`,
    [own.line, above(own.level) ?? '', own.region ?? ''],
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
  const digits = level === 'county' ? 6 : 4;
  const region = own.region ?? (await regionOfParent(manager, own.parent_id));
  if (!region) return undefined;
  const [row] = await manager.query<{ name: string }[]>(
    `SELECT name FROM organisation
      WHERE kind = 'government' AND level = $1 AND left(region, $2) = left($3, $2) LIMIT 1`,
    [level ?? '', digits, region],
  );
  return row?.name;
}

async function regionOfParent(manager: EntityManager, id: string | null): Promise<string | null> {
  const [row] = await manager.query<{ region: string | null }[]>(
    `SELECT region FROM organisation WHERE id = $1`,
    [id],
  );
  return row?.region ?? null;
}

/** The paragraph that tells the remedies. */
export function remediesText(body: string): string {
  return (
    `如不服本决定，可以自收到本决定之日起六十日内依法向${body}申请行政复议（《中华人民共和国行政复议法》第二十条），` +
    `也可以自收到本决定之日起六个月内依法向有管辖权的人民法院提起行政诉讼（《中华人民共和国行政诉讼法》第四十六条）。` +
    `对行政复议决定不服的，可以自收到复议决定书之日起十五日内向人民法院提起诉讼（第四十五条）。` +
    `本决定以电子方式送达的，可以通过互联网渠道提交行政复议申请。`
  );
}
