import type { CityLevel } from '../../../../bpmn/model/vocabulary.js';
import { CITY_LEVELS } from '../../../../bpmn/model/vocabulary.js';
import {
  Flag,
  ItemCode,
  ListOf,
  Nested,
  OneOf,
  OpenObject,
  Pattern,
  RegionCode,
  Texts,
} from '../../../platform/http/index.js';
import { OwnClock } from './clock.js';
import { Translation } from './english.js';
import { Guide } from './guide.js';
import { Fee, LegalBasis } from './law.js';
import { Limits, SpecialProcedure } from './limits.js';
import { Material } from './material.js';
import { ItemChild, JointDepartment, Lead, SituationQuestion } from './parts.js';
import { ItemResult } from './result.js';
import { ItemRetention } from './retention.js';
import { Ways } from './ways.js';
import { Line, OptionalLine, Slug, Verified } from './words.js';

const KINDS = ['single', 'one-stop'] as const;
export type ItemKind = (typeof KINDS)[number];

/** 事项目录: whose catalogue it is from. */
const SET_BY = ['nation', 'province', 'city'] as const;

/** Where it is applied for is at least a county. */
export const REGION_LEVELS = ['county', 'township', 'village'] as const;

/** Names of fields or elements. */
const NAMES = { most: 200, min: 1, max: 100, optional: true } as const;

export class ItemDefinition {
  @ItemCode({ description: '基本编码' })
  code: string;

  @Line('事项名称')
  name: string;

  @OneOf(KINDS, { description: '单个事项、一件事' })
  kind: ItemKind;

  @OneOf(['immediate', 'promised'], {
    optional: true,
    description: '办件类型：即办件、承诺件；不填为承诺件',
  })
  caseKind?: 'immediate' | 'promised';

  /** An open list: `workflows/item-types`. */
  @Pattern(/^\d{2}$/, { description: '事项类型代码：01 许可、05 给付、20 公共服务 …' })
  type: string;

  /** The county in whose catalogue alone it stands; left out: the whole city's. */
  @RegionCode({ optional: true, description: '只在哪个县（市、区）的目录中；不填为全市' })
  area?: string;

  @OneOf(CITY_LEVELS, { description: '行使层级' })
  level: CityLevel;

  @Nested(Lead, { description: '牵头部门的条与块' })
  lead: Lead;

  @ListOf(JointDepartment, { optional: true, most: 20, description: '联合办理的部门' })
  joint?: JointDepartment[];

  /** 行政许可法 43: reviewed first here; 转报 opens a case of that item. */
  @OptionalLine('由上级机关决定的事项（代码）：本级初步审查后转报')
  forwardsTo?: string;

  @OneOf(SET_BY, { optional: true, description: '由哪一级设定；不填为国家' })
  setBy?: (typeof SET_BY)[number];

  @OptionalLine('国家目录的基本编码')
  nationalCode?: string;

  @OptionalLine('实施编码（31 位）或业务办理项编码（33 位）')
  localCode?: string;

  @OneOf(REGION_LEVELS, {
    optional: true,
    description: '办理所在地要选到哪一级；不填为乡镇、街道',
  })
  regionLevel?: (typeof REGION_LEVELS)[number];

  @Slug('流程')
  processId: string;

  @Slug('申请表')
  form: string;

  @Texts({ ...NAMES, description: '随流程传递的申请表字段，不含个人信息' })
  processVariables?: string[];

  /** All others are done one by one. */
  @Texts({ ...NAMES, description: '可以批量办理的环节' })
  bulk?: string[];

  @Texts({ ...NAMES, description: '不离开数据库的申请表字段' })
  personal?: string[];

  @Nested(Limits, { description: '法定时限、承诺时限' })
  limits: Limits;

  @ListOf(SpecialProcedure, { optional: true, most: 20, description: '特别程序' })
  special?: SpecialProcedure[];

  @Nested(OwnClock, { optional: true, description: '时限规则与其类型不同之处' })
  clock?: OwnClock;

  @Flag({ optional: true, description: '受理人与决定人不能是同一人' })
  separateHands?: boolean;

  @ListOf(LegalBasis, { most: 50, description: '设定依据' })
  legalBasis: LegalBasis[];

  @Texts({ most: 50, min: 1, max: 1000, description: '受理条件' })
  conditions: string[];

  @ListOf(Material, { most: 200, description: '申请材料' })
  materials: Material[];

  @ListOf(Fee, { most: 50, description: '收费' })
  fees: Fee[];

  @Nested(ItemResult, { description: '办理结果' })
  result: ItemResult;

  @Nested(ItemRetention, { optional: true, description: '保管期限与其类型不同之处' })
  retention?: ItemRetention;

  @ListOf(ItemChild, { optional: true, most: 50, description: '一件事中的事项' })
  children?: ItemChild[];

  @Nested(Ways, { optional: true, description: '办理方式：容缺受理、告知承诺 …' })
  ways?: Ways;

  @ListOf(SituationQuestion, { optional: true, most: 50, description: '情形引导的问题' })
  situation?: SituationQuestion[];

  @Nested(Guide, { description: '办事指南：摘要、流程、常见问题、电话、时间、地址' })
  guide: Guide;

  @ListOf(Translation, { optional: true, most: 500, description: '英文译文：哪一句话，英文怎样说' })
  english?: Translation[];

  /** Handled only as a part of others, or for measuring. */
  @Flag({ optional: true, description: '不在事项列表中出现' })
  internal?: boolean;

  /** Its cases stay out of supervision's figures. */
  @Flag({ optional: true, description: '只用于演练、测量或者平台自身的工作：办件不计入任何统计' })
  exercise?: boolean;

  @Verified()
  verified: boolean;

  @Texts({ optional: true, most: 50, max: 1000, description: '待核实的内容' })
  notes?: string[];

  /** Only the item's own adapters read it. */
  @OpenObject({ optional: true, description: '给付的档次等' })
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
  /** First day it holds, `2026-12-01`. */
  effectiveFrom: string;
  data: ItemDefinition;
}
