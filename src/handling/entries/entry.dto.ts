import { DifferenceListDto } from '../../versions/index.js';
import { Shown, Text, Uuid } from '../../platform/http/index.js';

export class ItemHandInDto {
  @Uuid({ description: '所送审的草稿（版本列表给出）：其后又保存过的，拒绝' })
  revision: string;

  @Text({ max: 1000, optional: true, description: '送审说明' })
  note?: string;
}

export class NewItemCommentDto {
  @Text({ max: 500, description: '对哪一项内容：elements 中的 place' })
  place: string;

  @Text({ min: 2, max: 1000, description: '意见' })
  words: string;
}

export class ItemCommentAnswerDto {
  @Text({ min: 1, max: 1000, description: '怎样改的，或者为什么不改' })
  answer: string;
}

export class RunningItemEntryDto {
  @Shown.text('送审的办件')
  caseNumber: string;

  @Shown.text({ nullable: true, description: '正在哪一步；null = 正在转到下一步' })
  step: string | null;

  @Shown.text({ nullable: true, description: '在哪个部门' })
  departmentName: string | null;

  @Shown.flag('已退回编制人员修改')
  withAuthor: boolean;
}

export class ItemEntryTaskDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;

  @Shown.text('这一步是什么：流程图中的 act')
  act: string;
}

export class ItemElementDto {
  @Shown.text('在各个版本中都一样：/materials/营业执照/name')
  place: string;

  @Shown.text('在草稿中的位置（JSON 指针）')
  pointer: string;

  @Shown.text()
  name: string;
}

export class ItemCommentDto {
  @Shown.uuid()
  id: string;

  @Shown.text()
  place: string;

  @Shown.text({ nullable: true, description: '在现在的草稿中的位置；null = 已经没有这一项' })
  pointer: string | null;

  @Shown.text('写意见时这一项的名称')
  name: string;

  @Shown.text()
  words: string;

  @Shown.text()
  by: string;

  @Shown.text({ nullable: true, description: '岗位' })
  title: string | null;

  @Shown.instant()
  at: Date;

  @Shown.text({ nullable: true })
  answer: string | null;

  @Shown.text({ nullable: true })
  answeredBy: string | null;

  @Shown.instant({ nullable: true })
  answeredAt: Date | null;
}

export class PastItemEntryDto {
  @Shown.text()
  caseNumber: string;

  @Shown.text()
  handedInBy: string;

  @Shown.instant()
  handedInAt: Date;

  @Shown.flag('已经办结')
  ended: boolean;

  @Shown.whole({ nullable: true, description: '发布为第几版；null = 没有发布' })
  version: number | null;
}

export class ItemEntryDto extends DifferenceListDto {
  @Shown.flag('按本市规定只能送审后发布')
  byWay: boolean;

  @Shown.one(RunningItemEntryDto, { nullable: true, description: '正在进行的送审；null = 没有' })
  running: RunningItemEntryDto | null;

  @Shown.one(ItemEntryTaskDto, { nullable: true, description: '轮到您当前岗位办理的任务' })
  task: ItemEntryTaskDto | null;

  @Shown.flag('您可以送审')
  mayHandIn: boolean;

  @Shown.flag('您可以写意见')
  mayComment: boolean;

  @Shown.flag('您可以答复意见')
  mayAnswer: boolean;

  @Shown.whole({ nullable: true, description: '与哪一版比较；null = 还没有发布过' })
  since: number | null;

  @Shown.list(ItemElementDto, '草稿的各项内容：意见写在其中一项上')
  elements: ItemElementDto[];

  @Shown.list(ItemCommentDto)
  comments: ItemCommentDto[];

  @Shown.list(PastItemEntryDto, '历次送审，最近的在前')
  entries: PastItemEntryDto[];
}
