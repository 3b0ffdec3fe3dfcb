import { ActBodyDto, SupervisionActDto } from '../cards/card.dto.js';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { FilterQuery, FORMATS } from '../figures/query.dto.js';
import { FoundByQuery } from '../found-by.js';
import type { OrderState } from './order-rows.js';
import {
  CaseNumber,
  Cursor,
  Flag,
  Instant,
  OneOf,
  Shown,
  Text,
  Texts,
  Uuid,
  Uuids,
} from '../../platform/http/index.js';

const STATES = ['issued', 'replied', 'returned', 'accepted', 'withdrawn'] as const;

export class OrderQueryDto extends IntersectionType(FilterQuery, FoundByQuery) {
  @OneOf([...STATES, 'open'], { optional: true, description: 'open = 未了结的' })
  state?: OrderState | 'open';

  @Flag({ inQuery: true, optional: true, description: '只看本单位的' })
  own?: boolean;

  @CaseNumber({ optional: true, description: '办件编号' })
  case?: string;

  @Cursor()
  cursor?: string;
}

export class OrderFileQuery extends OmitType(OrderQueryDto, ['cursor']) {
  @OneOf(FORMATS)
  format: 'csv' | 'xlsx';
}

export class OrderDto {
  @Shown.text()
  id: string;

  @Shown.text('督办编号')
  number: string;

  @Shown.text()
  title: string;

  @Shown.text()
  text: string;

  @Shown.text({ nullable: true })
  caseNumber: string | null;

  @Shown.text({ nullable: true })
  cardId: string | null;

  @Shown.text()
  department: string;

  @Shown.text()
  departmentName: string;

  @Shown.instant()
  deadline: Date;

  @Shown.flag('到期未答复')
  late: boolean;

  @Shown.oneOf(STATES)
  state: OrderState;

  @Shown.text({ nullable: true, description: '已报的上级机关' })
  escalatedTo: string | null;

  @Shown.text({ nullable: true })
  issuedBy: string | null;

  @Shown.instant()
  issuedAt: Date;

  @Shown.instant({ nullable: true })
  closedAt: Date | null;
}

export class OrderListDto {
  @Shown.list(OrderDto)
  items: OrderDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class OrderDetailDto extends OrderDto {
  @Shown.texts('一并督办的其他单位')
  alongside: string[];

  @Shown.list(SupervisionActDto)
  acts: SupervisionActDto[];
}

export class NewOrderDto {
  @Text({ min: 1, max: 120 })
  title: string;

  @Text({ min: 1, max: 4000 })
  text: string;

  @Text({ max: 64, description: '被督办的单位' })
  department: string;

  @Texts({ most: 30, max: 64, optional: true, description: '一并督办的其他单位，各自答复' })
  alsoTo?: string[];

  @Uuids({ most: 20, optional: true, description: '先上传的附件' })
  files?: string[];

  @Instant()
  deadline: string;

  @CaseNumber({ optional: true, description: '办件编号' })
  caseNumber?: string;

  @Uuid({ optional: true, description: '由哪张牌引起' })
  cardId?: string;
}

export class IssuedOrderDto {
  @Shown.text()
  id: string;

  @Shown.text()
  number: string;
}

export class OrderReturnDto extends ActBodyDto {
  @Instant({ optional: true, description: '新的期限' })
  deadline?: string;
}

export class OrderStateDto {
  @Shown.text()
  id: string;

  @Shown.oneOf(STATES)
  state: OrderState;
}
