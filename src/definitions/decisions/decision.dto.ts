import { OpenObject, Shown, Text } from '../../platform/http/index.js';
import { MadeFrom, MadeFromVersion } from '../../versions/index.js';

export class DecisionFileDto {
  @Shown.text('决策文件的编号')
  id: string;

  @Shown.text()
  name: string;

  @Shown.whole({ nullable: true, description: '此后发布的流程所用的版本' })
  publishedVersion: number | null;

  @Shown.instant({ nullable: true })
  publishedAt: string | null;

  @Shown.flag()
  hasDraft: boolean;

  @Shown.texts('文件中各决策的编号，业务规则任务以此引用')
  decisions: string[];
}

export class DecisionFileListDto {
  @Shown.list(DecisionFileDto)
  items: DecisionFileDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class DecisionVersionDto {
  @Shown.whole()
  version: number;

  @Shown.oneOf(['draft', 'published', 'retired'])
  state: 'draft' | 'published' | 'retired';

  @Shown.text()
  name: string;

  @Shown.text()
  hash: string;

  @Shown.text('这一版改了什么；空 = 没有说明')
  note: string;

  @Shown.text()
  createdBy: string;

  @Shown.instant()
  updatedAt: string;

  @Shown.instant({ nullable: true })
  publishedAt: string | null;

  @Shown.uuid({ nullable: true, description: '草稿的修订号；null = 已发布' })
  revision: string | null;
}

export class DecisionVersionListDto {
  @Shown.list(DecisionVersionDto)
  items: DecisionVersionDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class DmnXmlDto {
  @Text({ min: 1, max: 900_000, description: 'DMN XML' })
  xml: string;
}

export class DraftDecisionDto extends DmnXmlDto {
  @MadeFrom()
  replaces?: string | null;

  @MadeFromVersion()
  madeFromVersion?: number;
}

export class SavedDecisionFileDto {
  @Shown.whole()
  version: number;

  @Shown.oneOf(['draft', 'published'])
  state: 'draft' | 'published';

  @Shown.uuid({ nullable: true, description: '保存后的草稿；null = 已发布' })
  revision: string | null;
}

export class TryOutDto {
  @Text({ min: 1, max: 200, description: '决策的编号' })
  decision: string;

  @OpenObject({ description: '变量，按名称；日期写作 ISO 8601 文本' })
  variables: Record<string, unknown>;
}

export class TryOutXmlDto extends TryOutDto {
  @Text({ min: 1, max: 900_000, description: 'DMN XML' })
  xml: string;
}

export class DecisionStepDto {
  @Shown.text('决策的编号')
  decision: string;

  @Shown.text()
  name: string;

  @Shown.any({ nullable: true, description: '任意 JSON' })
  value: unknown;

  @Shown.anys({ optional: true, description: '决策表各输入的取值' })
  inputs?: unknown[];

  @Shown.numbers({ optional: true, description: '命中的规则，从 1 计' })
  matched?: number[];

  @Shown.texts('何处为何得到空值')
  warnings: string[];
}

export class DecisionFailureDto {
  @Shown.text()
  code: string;

  @Shown.text('出错的决策或业务知识模型的编号')
  decision: string;

  @Shown.whole({ optional: true, description: '出错的规则，从 1 计' })
  rule?: number;

  @Shown.text('哪里、什么不对、怎么办')
  message: string;
}

export class TriedOutDto {
  @Shown.flag('是否得出结果')
  ok: boolean;

  @Shown.any({ optional: true, nullable: true, description: '结果，任意 JSON' })
  value?: unknown;

  @Shown.one(DecisionFailureDto, { optional: true })
  failure?: DecisionFailureDto;

  @Shown.list(DecisionStepDto, '依次求值的各决策')
  trace: DecisionStepDto[];
}
