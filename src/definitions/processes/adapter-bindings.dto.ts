import { WORK_KINDS, type WorkKind } from '../../../bpmn/compiler/index.js';
import { ADAPTERS } from '../../../bpmn/model/vocabulary.js';
import { OneOf, Shown, Text } from '../../platform/http/index.js';

export class AdapterChoiceDto {
  @OneOf(ADAPTERS, { description: '本平台的适配器' })
  adapter: (typeof ADAPTERS)[number];
}

export class NewAdapterBindingDto extends AdapterChoiceDto {
  @OneOf(WORK_KINDS, { description: '外部程序在流程文件里的写法' })
  kind: WorkKind;

  @Text({ min: 1, max: 500, description: '主题、类名、表达式或任务类型，与文件中一字不差' })
  name: string;
}

export class AdapterBindingDto extends NewAdapterBindingDto {
  @Shown.whole()
  id: number;

  @Shown.text()
  updatedBy: string;

  @Shown.instant()
  updatedAt: string;
}

export class AdapterBindingListDto {
  @Shown.list(AdapterBindingDto)
  items: AdapterBindingDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}
