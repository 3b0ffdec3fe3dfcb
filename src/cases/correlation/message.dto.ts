/** Messages and signals as they are published from outside. */
import { CaseNumber, OpenObject, Shown, Text, Whole } from '../../platform/http/index.js';

/** A quarter: longer than any case waits for somebody else, s. */
const LONGEST_KEPT = 90 * 86_400;

export class PublishDto {
  @Text({ min: 1, max: 200, description: '消息名称，与流程图中的一致' })
  name: string;

  @Text({ max: 300, optional: true, description: '关联键；与名称一起确定唯一的接收方' })
  key?: string;

  @CaseNumber({ optional: true, description: '指定接收的办件；不指定则按名称和关联键查找' })
  caseNumber?: string;

  @OpenObject({ optional: true })
  variables?: Record<string, unknown>;

  @Whole({
    min: 0,
    max: LONGEST_KEPT,
    optional: true,
    description: '暂无办件等待时保留多少秒；不填用平台的设置',
  })
  keepSeconds?: number;
}

export class ThrowDto {
  @Text({ min: 1, max: 200, description: '信号名称，与流程图中的一致' })
  name: string;

  @OpenObject({ optional: true })
  variables?: Record<string, unknown>;
}

export class MessageDto {
  @Shown.uuid()
  id: string;

  @Shown.text()
  name: string;

  @Shown.oneOf(['waiting', 'offered', 'taken', 'expired'], '保留中、送达中、已接收、已过期')
  state: 'waiting' | 'offered' | 'taken' | 'expired';

  @Shown.text({ nullable: true, description: '正在接收或已接收的办件' })
  receiver: string | null;

  @Shown.instant()
  expiresAt: string;
}

export class SignalDto {
  @Shown.uuid()
  id: string;
}
