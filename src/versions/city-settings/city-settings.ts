/**
 * What the city settles for itself, as versions from a day on: urges, appraisal, benefits, publication,
 * retention. What held earlier stays readable, and a period is appraised by what held on its last day.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { audit, type Actor } from '../../people/index.js';
import { badRequest } from '../../platform/errors.js';

export interface UrgeLimits {
  /** Hours between two urges of one person in one case: the applicant's, a supervisor's. */
  applicantHours: number;
  supervisorHours: number;
}

/** Cases from which on a body is compared with others, where the city says nothing else. */
export const LEAST_CASES = 3;

export interface AppraisalPoints {
  /** Out of 100: promised limits kept, statutory limits kept, time saved, accepted the first time. */
  promised: number;
  statutory: number;
  compression: number;
  firstTime: number;
  /** Less for each card that was not revoked. */
  warning: number;
  yellow: number;
  red: number;
  /** Whoever finished fewer is not ranked; left out = `LEAST_CASES`. */
  leastCases?: number;
}

/** How lists of benefits are made. */
export interface BenefitLists {
  /** Months after the current one for which a list may be made already. */
  monthsAhead: number;
}

/** Who publishes what was drafted. */
export interface PublicationSetting {
  /** Kinds of definitions that nobody publishes whose own draft it is, by their codes. */
  secondPerson: string[];
  /** Kinds that are published only at the end of their way (送审), by their codes; left out: none. */
  byWay?: string[];
}

/** Days after which what nobody needs any more is removed. */
export interface RetentionDays {
  /** A draft that was not handed in, since it was last changed; with what a window entered for it. */
  draftDays: number;
  /** The draft of a case, since that began: the case holds all of it itself. */
  handedInDraftDays: number;
  /** A file that belongs to nothing, since it was uploaded. */
  fileDays: number;
  /** What a request with an Idempotency-Key was answered, since it was asked: so long a repeat is one. */
  answerDays: number;
  /**
   * What somebody was told of, and the text message for it, since then; undefined = as settled by the release
   * before.
   */
  notificationDays?: number;
}

/** Hours of the day in which no text message goes out, Chinese time; the same one twice: none. */
export interface QuietHours {
  /** First hour of quiet, 0–23. */
  quietFrom: number;
  /** First hour after it. */
  quietTo: number;
}

export interface Settings {
  urges: UrgeLimits;
  appraisal: AppraisalPoints;
  benefits: BenefitLists;
  publication: PublicationSetting;
  retention: RetentionDays;
  'quiet-hours': QuietHours;
}
export type SettingKind = keyof Settings;

export interface SettingVersion<Kind extends SettingKind = SettingKind> {
  kind: Kind;
  version: number;
  content: Settings[Kind];
  /** First day it holds, `YYYY-MM-DD`. */
  validFrom: string;
  createdAt: Date;
  createdBy: string | null;
  /** Whether it holds today. */
  current: boolean;
}

const TODAY = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;
const HOLDS = `valid_from DESC, version DESC`;

/** What holds on a day, `YYYY-MM-DD`; today without one. There is one version at least since the platform began. */
export async function settingOn<Kind extends SettingKind>(
  manager: EntityManager,
  kind: Kind,
  day: string | null = null,
): Promise<Settings[Kind]> {
  const [row] = await manager.query<{ content: Settings[Kind] }[]>(
    `SELECT content FROM supervision_setting
      WHERE kind = $1 AND valid_from <= coalesce($2::date, ${TODAY}) ORDER BY ${HOLDS} LIMIT 1`,
    [kind, day],
  );
  if (!row) throw new Error(`no ${kind} hold on ${day ?? 'today'}`);
  return row.content;
}

/** Whether a definition of this kind is published by somebody else than who kept its draft. */
export async function needsSecondPerson(manager: EntityManager, kind: string): Promise<boolean> {
  const { secondPerson } = await settingOn(manager, 'publication');
  return secondPerson.includes(kind);
}

/** Whether a definition of this kind is published only at the end of the way that its kind has. */
export async function goesByWay(manager: EntityManager, kind: string): Promise<boolean> {
  const { byWay = [] } = await settingOn(manager, 'publication');
  return byWay.includes(kind);
}

/** All versions of all kinds, the newest first. */
export function listSettings(manager: EntityManager): Promise<SettingVersion[]> {
  return manager.query<SettingVersion[]>(
    `SELECT s.kind, s.version, s.content, s.valid_from::text AS "validFrom",
            s.created_at AS "createdAt", p.name AS "createdBy",
            coalesce(s.version = (SELECT h.version FROM supervision_setting h
               WHERE h.kind = s.kind AND h.valid_from <= ${TODAY} ORDER BY ${HOLDS} LIMIT 1), false)
              AS current
       FROM supervision_setting s LEFT JOIN person p ON p.id = s.created_by
      ORDER BY s.kind, s.version DESC`,
  );
}

/**
 * A further version from its first day on.
 * @throws DomainError `setting-in-the-past`, `setting-too-soon`, `points-not-100`
 */
export function changeSetting<Kind extends SettingKind>(
  dataSource: DataSource,
  actor: Actor,
  kind: Kind,
  { validFrom, ...content }: Settings[Kind] & { validFrom: string },
): Promise<{ kind: Kind; version: number }> {
  return dataSource.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('supervision-setting:' || $1))`, [
      kind,
    ]);
    await requireAhead(manager, kind, validFrom);
    if (kind === 'appraisal') requireHundred(content as unknown as AppraisalPoints);
    const [row] = await manager.query<{ version: number }[]>(
      `INSERT INTO supervision_setting (kind, version, content, valid_from, created_by)
       SELECT $1, max(version) + 1, $2, $3, $4 FROM supervision_setting WHERE kind = $1
       RETURNING version`,
      [kind, JSON.stringify(content), validFrom, actor.personId],
    );
    const { version } = row!;
    await audit(manager, {
      ...{ person: actor.personId, post: actor.postId, act: 'supervision-setting.set' },
      ...{ target: `supervision-setting:${kind}`, outcome: 'done' },
      detail: { version, validFrom, ...content },
    });
    return { kind, version };
  });
}

/** Whoever drops the second person from publications does not use that on the same day: others see it first. */
async function requireAhead(manager: EntityManager, kind: SettingKind, day: string): Promise<void> {
  const [row] = await manager.query<{ ahead: number }[]>(`SELECT $1::date - ${TODAY} AS ahead`, [
    day,
  ]);
  const { ahead } = row!;
  if (ahead < 0)
    throw badRequest('setting-in-the-past', '生效日期不能早于今天：已经过去的按当时的规定。', {
      field: 'validFrom',
    });
  if (kind === 'publication' && ahead === 0)
    throw badRequest('setting-too-soon', '谁可以发布，最早从明天起改变，让其他人员先看到。', {
      field: 'validFrom',
    });
}

function requireHundred({ promised, statutory, compression, firstTime }: AppraisalPoints): void {
  const sum = promised + statutory + compression + firstTime;
  if (Math.abs(sum - 100) < 0.001) return;
  throw badRequest('points-not-100', `四项分值合计应为 100，现为 ${sum}。请调整后再保存。`);
}
