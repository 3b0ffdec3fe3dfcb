/**
 * What the platform already holds of a person: licences and shared data that need not be handed in,
 * what they prefill, and what stands in the way. Sharing is a convenience: while the province is away
 * the form is empty and materials are asked for.
 */
import { Logger } from '@nestjs/common';
import type { Json } from '../../../bpmn/engine/index.js';
import {
  type ExchangeSubject,
  type Province,
  livesIn,
  ProvinceRefused,
  ProvinceUnavailable,
} from '../../province/index.js';

import { HELD_NAMES } from './held-names.js';
import { FILLED_FROM } from './usual-sources.js';

type SharedRecord = Record<string, unknown>;

export interface Held {
  /** Identifier or number of what is held. */
  licence: string;
  name: string;
}

export interface HeldData {
  /** By `heldAs` of a material. */
  held: Record<string, Held>;
  /** Fields of the form. */
  prefill: Record<string, Json>;
  /** What each register says of them, for forms that name register and field. */
  records: Readonly<Record<string, SharedRecord | undefined>>;
  /** Why it cannot be applied for, and what to do. */
  blocked: { code: string; message: string }[];
}

const logger = new Logger('holdings');
const text = (record: SharedRecord | undefined, name: string): string | undefined => {
  const value = record?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Of what the platform fetches, that which is a licence of the province's store. */
const LICENCES = ['business-licence', 'id-card', 'household-register'];

/** 用途 of looking up what is held. */
export const HOLDINGS_PURPOSE = '申请表预填和材料免提交';

/** Asks one data set; away or refused = nothing known. */
async function ask(
  province: Province,
  dataset: string,
  about: ExchangeSubject,
): Promise<SharedRecord[]> {
  try {
    return await province.exchange.lookUp({ dataset, about, purpose: HOLDINGS_PURPOSE });
  } catch (error) {
    if (!(error instanceof ProvinceRefused || error instanceof ProvinceUnavailable)) throw error;
    logger.warn(`data set ${dataset}: ${error.message}`);
    return [];
  }
}

/**
 * Somebody the situation is about: who signed on, the resident a village's agent applies for, or
 * whose identity a window has verified.
 */
export type About =
  | { subject: string }
  | { idNumber: string; village: string }
  | { verified: ExchangeSubject };

export const NOTHING: HeldData = { held: {}, prefill: {}, records: {}, blocked: [] };

/** An agent is shown what is known of the own village's residents, and of nobody else. */
export async function holdingsOf(province: Province, about: About): Promise<HeldData> {
  const people = await ask(province, 'population', subjectOf(about));
  if ('village' in about && !people.some((person) => livesIn(person, about.village))) {
    return NOTHING;
  }
  const [licences, firms, property, cards] = await Promise.all(
    ['licence-store', 'business-registration', 'property', 'social-card'].map((dataset) =>
      ask(province, dataset, subjectOf(about)),
    ),
  );
  const firm = firms![0];
  const records = {
    ...{ population: people[0], 'business-registration': firm },
    ...{ property: property![0], 'social-card': cards![0] },
  };
  return {
    held: {
      ...licencesHeld(licences!),
      ...single('property', property![0], 'certificateNo'),
      ...single('social-security-card', cards![0], 'account'),
    },
    prefill: prefillFrom(records),
    records,
    blocked: blockedBy(firm),
  };
}

export function subjectOf(about: About): ExchangeSubject {
  if ('verified' in about) return about.verified;
  return 'village' in about ? { idNumber: about.idNumber } : about;
}

function licencesHeld(records: SharedRecord[]): Record<string, Held> {
  const held: Record<string, Held> = {};
  for (const heldAs of LICENCES) {
    const kind = HELD_NAMES[heldAs]!;
    const record = records.find((candidate) => candidate.kind === kind);
    const number = text(record, 'identifier') ?? text(record, 'number');
    if (number) held[heldAs] = { licence: number, name: kind };
  }
  return held;
}

function single(
  heldAs: string,
  record: SharedRecord | undefined,
  member: string,
): Record<string, Held> {
  const licence = text(record, member);
  return licence ? { [heldAs]: { licence, name: HELD_NAMES[heldAs]! } } : {};
}

function prefillFrom(records: HeldData['records']): Record<string, Json> {
  const known = Object.entries(FILLED_FROM).flatMap(([name, sources]) => {
    const values = sources.map(({ register, field }) => text(records[register], field));
    const value = values.find((one) => one !== undefined);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(known);
}

function blockedBy(firm: SharedRecord | undefined): HeldData['blocked'] {
  if (text(firm, 'state') !== '吊销') return [];
  return [
    {
      code: 'business-revoked',
      message: '您的营业执照已被吊销，不能申办。请先到市场监管部门处理，再来申办。',
    },
  ];
}
