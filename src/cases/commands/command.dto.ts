/** What is asked of a case, and what comes back. */
import {
  MaterialFiles,
  OpenObject,
  Pattern,
  Shown,
  Text,
  Uuid,
} from '../../platform/http/index.js';

export class SubmitDto {
  @Uuid({ description: '草稿的编号' })
  draft: string;
}

export class WithdrawDto {
  @Text({ min: 1, max: 500, description: '撤回的理由' })
  reason: string;
}

export class SupplementDto {
  @Text({ max: 2000, optional: true, description: '给受理人的话' })
  opinion?: string;

  @OpenObject({ optional: true })
  form?: Record<string, unknown>;

  @MaterialFiles({ optional: true, description: '补正的材料：材料编码 → 文件编号' })
  materials?: Record<string, string[]>;
}

export class RetryDto {
  @OpenObject({
    optional: true,
    description: '重试前改正的流程变量；须有改正变量的权限，并写明理由',
  })
  variables?: Record<string, unknown>;

  @Text({ max: 500, optional: true, description: '为什么改正变量；留在办件经过里' })
  reason?: string;
}

export class CompletionDto {
  @Pattern(/^[\w.-]{1,64}$/, { optional: true, description: '结论，流程图中所列之一' })
  outcome?: string;

  @Text({ max: 4000, optional: true, description: '意见' })
  opinion?: string;

  @OpenObject({ optional: true })
  form?: Record<string, unknown>;
}

/** Done: what became of the case. */
export class CaseAnswerDto {
  @Shown.text()
  number: string;

  @Shown.text()
  state: string;

  @Shown.text()
  stateName: string;

  @Shown.whole()
  step: number;

  @Shown.flag()
  ended: boolean;
}

export class CommandDto {
  @Shown.uuid()
  id: string;

  @Shown.text()
  caseNumber: string;

  @Shown.text()
  kind: string;

  @Shown.oneOf(['pending', 'done', 'refused'])
  status: 'pending' | 'done' | 'refused';

  @Shown.text('给人看的话：已提交，正在处理 …')
  message: string;

  @Shown.one(CaseAnswerDto, { nullable: true })
  answer: CaseAnswerDto | null;
}
