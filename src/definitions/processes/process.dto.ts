import { FindingListDto } from '../findings/index.js';
import { Shown, Text } from '../../platform/http/index.js';
import { MadeFrom, MadeFromVersion } from '../../versions/index.js';

export class ProcessDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;

  @Shown.whole({ nullable: true, description: '新办件所用的版本' })
  publishedVersion: number | null;

  @Shown.instant({ nullable: true })
  publishedAt: string | null;

  @Shown.flag()
  hasDraft: boolean;

  @Shown.flag('已停用：新办件不能再用')
  retired: boolean;

  @Shown.whole()
  runningCases: number;
}

export class ProcessListDto {
  @Shown.list(ProcessDto)
  items: ProcessDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class VersionDto {
  @Shown.whole()
  version: number;

  @Shown.oneOf(['draft', 'published', 'retired'])
  state: 'draft' | 'published' | 'retired';

  @Shown.text()
  name: string;

  @Shown.text({ nullable: true })
  hash: string | null;

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

  @Shown.whole('仍在这个版本上办理的件数')
  runningCases: number;
}

export class VersionListDto {
  @Shown.list(VersionDto)
  items: VersionDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class XmlDto {
  @Text({ min: 1, max: 8_000_000, description: 'BPMN XML' })
  xml: string;
}

export class RehearsedDto extends XmlDto {
  @Text({ min: 1, max: 64, description: '从哪个流程开始' })
  process: string;
}

export class RehearsableDto {
  @Shown.anys('可运行的模型，从它开始的那个流程在前；各含其调用的流程和所用的决策')
  models: unknown[];
}

export class DraftProcessDto extends XmlDto {
  @Text({ min: 1, max: 100, description: '流程名称' })
  name: string;

  @MadeFrom()
  replaces?: string | null;

  @MadeFromVersion()
  madeFromVersion?: number;
}

export class ImportedProcessDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;
}

export class ImportDto extends FindingListDto {
  @Shown.list(ImportedProcessDto, '可以保存的流程，最该办的在前')
  processes: ImportedProcessDto[];

  @Shown.text('BPMN XML，没有图形的已排版')
  xml: string;

  @Shown.flag('图形由本平台排版')
  laidOut: boolean;
}

export class SavedVersionDto extends FindingListDto {
  @Shown.whole()
  version: number;

  @Shown.oneOf(['draft', 'published'])
  state: 'draft' | 'published';

  @Shown.text({ nullable: true })
  hash: string | null;

  @Shown.uuid({ nullable: true, description: '保存后的草稿；null = 已发布' })
  revision: string | null;
}
