import type { ItemClock } from '../../../workflows/clock/index.js';

/** A service item as data (实施清单): what is asked of people, by which law, how fast, for how much. */
export type ItemKind = 'single' | 'one-stop';

export interface Limit {
  days: number;
  /** Working days or natural days. */
  unit: 'wd' | 'd';
  note?: string;
  verified?: boolean;
}

export interface LegalBasis {
  law: string;
  article?: string;
  text?: string;
  note?: string;
  verified: boolean;
}

export interface Material {
  code: string;
  name: string;
  kind: 'certificate' | 'application' | 'other';
  form: 'paper' | 'electronic' | 'both';
  need: 'required' | 'optional' | 'deferrable';
  copies: number;
  source: 'government' | 'self' | 'intermediary';
  /** Licence kind or shared data set that stands for it, so that it need not be handed in. */
  heldAs?: string;
  /** FEEL over `form`; left out = always. */
  when?: string;
  /** Key of the child item it belongs to; only asked for when that one is selected. */
  child?: string;
  acceptance?: string;
  note?: string;
  verified: boolean;
}

export interface Fee {
  name: string;
  basis: string;
  standard: string;
  /** Demonstration amount in 分, per `unit` where there is one. */
  amountCents: number;
  unit?: string;
  /** What waits for the payment. */
  payBefore: 'licence' | 'none';
  note?: string;
  verified?: boolean;
}

export interface ItemResult {
  name: string;
  kind: 'licence' | 'document' | 'receipt' | 'none';
  licenceType?: string;
  numberPattern?: string;
  validYears?: number;
  renewal?: ItemRenewal;
}

/** How a licence is renewed (行政许可法 50); what is left out is the permit law's. */
export interface ItemRenewal {
  /** What a renewal adds: `5y`, `3m`, `90d`; else the years it is valid, else as long as it ran. */
  term?: string;
  /** Not asked for earlier than this before the end: `90wd`, `60d`. */
  notBefore?: string;
  /** Not later than this before the end; by article 50 thirty days. */
  notAfter?: string;
  /** The law it rests on. */
  basis?: string;
  note?: string;
  verified?: boolean;
}

export interface ItemChild {
  /** Letter the diagram and materials call it by. */
  key: string;
  item: string;
  name: string;
  /** FEEL over `form`. */
  when: string;
}

export interface SituationQuestion {
  id: string;
  question: string;
  /** Field of the form the answer stands in. */
  input?: string;
  options: { value: string | boolean | number; label: string }[];
}

/** 容缺受理: which of the item's materials may follow is said by their `need: deferrable`. */
export interface GapsWay {
  /** Within which what is missing is handed in, such as `10wd`; missed = 退件办结. */
  within: string;
  note?: string;
}

/** 告知承诺: decided at once on the applicant's word, checked later. */
export interface PromiseWay {
  /** FEEL over `form`: when the applicant has chosen it; left out = always. */
  when?: string;
  /** What the applicant promises to meet. */
  conditions: string[];
  /** What follows from a broken promise. */
  consequences: string[];
  /** Within which it is checked, such as `20wd`. */
  check: string;
}

/** Ways of handling that the item allows; what is left out is not offered. */
export interface Ways {
  gaps?: GapsWay;
  promise?: PromiseWay;
  /** 一件事: papers together at the end, as each comes, or as the applicant chooses. */
  results?: 'together' | 'separate' | 'choice';
  /** 异地代收: receipt is when the collecting window takes the papers, or when they reach the owner. */
  receipt?: 'collected' | 'received';
}

export interface Guide {
  summary: string;
  flow?: string;
  faq?: { q: string; a: string }[];
  phone?: string;
  complaints?: string;
  hours?: string;
  address?: string;
  /** Visits on site the applicant has to make. */
  visits?: number;
  visitsReason?: string;
}

export interface ItemDefinition {
  /** 基本编码, 12 characters. */
  code: string;
  version: number;
  name: string;
  kind: ItemKind;
  /** 即办件 or 承诺件 (办件类型); left out = 承诺件. */
  caseKind?: 'immediate' | 'promised';
  /** Code of the item type (`workflows/item-types`); an open list. */
  type: string;
  level: string;
  lead: { line: string; level: string };
  /** How exact the place must be where it is applied for; left out = the township. */
  regionLevel?: 'county' | 'township' | 'village';
  processId: string;
  /** Key of the form's schema. */
  form: string;
  /** Non-personal fields of the form that travel with the workflow. */
  processVariables?: string[];
  /** Elements of its process that may be completed in bulk; all others are done one by one. */
  bulk?: string[];
  /** Fields of the form that never leave the database. */
  personal?: string[];
  limits: {
    statutory?: Limit;
    promised?: Limit;
    /** Why there is no statutory limit. */
    statutoryNote?: string;
    [special: string]: Limit | string | undefined;
  };
  /** What its clock does otherwise than its type's (`clock_rule`). */
  clock?: ItemClock;
  /** Who accepted a case does not decide it. */
  separateHands?: boolean;
  legalBasis: LegalBasis[];
  conditions: string[];
  materials: Material[];
  fees: Fee[];
  result: ItemResult;
  children?: ItemChild[];
  ways?: Ways;
  situation?: SituationQuestion[];
  guide: Guide;
  /** Handled only as a part of others, or for measuring: not shown in lists. */
  internal?: boolean;
  /** False while something in it still has to be checked against the law or the province's list. */
  verified: boolean;
  notes?: string[];
  /** Tiers of a benefit and the like, which only the item's own adapters read. */
  benefit?: Record<string, unknown>;
}

/** A published version as it is stored. */
export interface StoredItem {
  code: string;
  version: number;
  kind: ItemKind;
  type: string;
  name: string;
  state: 'draft' | 'published';
  publishedAt: Date | null;
  data: ItemDefinition;
}
