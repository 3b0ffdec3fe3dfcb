/** Forms as those who keep them see them. */
import { OpenObject, Shown } from '../../platform/http/index.js';
import { MadeFrom, MadeFromVersion, NotedReviewDto } from '../../versions/index.js';

export class FormHeadDto {
  @Shown.text('表单的编号')
  id: string;

  @Shown.text()
  name: string;

  @Shown.whole({ nullable: true, description: '新办件所用的版本；null = 没有在用的' })
  publishedVersion: number | null;

  @Shown.instant({ nullable: true })
  publishedAt: string | Date | null;

  @Shown.flag()
  hasDraft: boolean;

  @Shown.whole('几个在用的事项以它为申请表')
  items: number;

  @Shown.whole('几个在用的流程在环节中用它')
  processes: number;
}

export class FormHeadListDto {
  @Shown.list(FormHeadDto)
  items: FormHeadDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class FormVersionDto {
  @Shown.whole()
  version: number;

  @Shown.oneOf(['draft', 'published', 'retired'])
  state: 'draft' | 'published' | 'retired';

  @Shown.text()
  name: string;

  @Shown.text('发布时的说明')
  note: string;

  @Shown.text()
  createdBy: string;

  @Shown.instant()
  updatedAt: string | Date;

  @Shown.instant({ nullable: true })
  publishedAt: string | Date | null;

  @Shown.uuid({ nullable: true, description: '草稿的修订号；null = 已发布' })
  revision: string | null;
}

export class FormVersionListDto {
  @Shown.list(FormVersionDto)
  items: FormVersionDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class FormContentDto {
  @OpenObject({ description: 'JSON Schema（draft 7）与本平台的 x- 词' })
  schema: Record<string, unknown>;

  @OpenObject({ description: 'react-jsonschema-form 的 uiSchema' })
  uiSchema: Record<string, unknown>;
}

export class FormDraftDto extends FormContentDto {
  @MadeFrom()
  replaces?: string | null;

  @MadeFromVersion()
  madeFromVersion?: number;
}

export class FormFindingDto {
  @Shown.oneOf(['error', 'warning', 'info'])
  severity: 'error' | 'warning' | 'info';

  @Shown.text()
  rule: string;

  @Shown.text({ optional: true, description: '哪个字段' })
  element?: string;

  @Shown.text('什么不对、怎么改')
  message: string;
}

export class SavedFormDto {
  @Shown.whole()
  version: number;

  @Shown.uuid('保存后的草稿')
  revision: string;

  @Shown.list(FormFindingDto, '有 error 的不能发布')
  findings: FormFindingDto[];
}

export class PublishFormDto extends NotedReviewDto {}

export class PublishedFormDto {
  @Shown.whole()
  version: number;
}

export class FormItemDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;
}

export class FormProcessDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;

  @Shown.whole('流程的版本')
  version: number;

  @Shown.whole('流程发布时固定的表单版本；重新发布流程后用新版')
  formVersion: number;
}

export class FormOpenDto {
  @Shown.whole({ nullable: true, description: '表单的版本；null = 第一版' })
  formVersion: number | null;

  @Shown.whole('还有多少未办结')
  open: number;
}

export class FormUsageDto {
  @Shown.list(FormItemDto, '在用的事项')
  items: FormItemDto[];

  @Shown.list(FormProcessDto, '在用的流程')
  processes: FormProcessDto[];

  @Shown.list(FormOpenDto, '未办结的办件')
  cases: FormOpenDto[];

  @Shown.list(FormOpenDto, '待办的任务')
  tasks: FormOpenDto[];
}
