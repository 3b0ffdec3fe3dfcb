import { OpenObject, Shown, Text, Texts } from '../../platform/http/index.js';

export class BulkDto {
  @Texts({ least: 1, most: 100, max: 200, description: '任务编号，最多 100 个' })
  ids: string[];
}

export class BulkCompletionDto extends BulkDto {
  @Text({ max: 100, optional: true })
  outcome?: string;

  @Text({ max: 2000, optional: true })
  opinion?: string;

  @OpenObject({ optional: true })
  form?: Record<string, unknown>;
}

export class BulkOutcomeDto {
  @Shown.text()
  id: string;

  @Shown.oneOf(['done', 'pending', 'refused'], 'pending：已提交，正在处理')
  state: 'done' | 'pending' | 'refused';

  @Shown.text({ nullable: true, description: '为什么不行，怎么办' })
  message: string | null;
}
