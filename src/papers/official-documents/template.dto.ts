/** What an administrator sets of each kind of document: approval, words of the 文号, templates. */
import { ChineseDate, Flag, OneOf, Pattern, Shown, Text } from '../../platform/http/index.js';
import { MadeFrom, MadeFromVersion, ReviewedDto } from '../../versions/index.js';
import { APPROVER_ROLES } from './settings.js';

export class FieldDto {
  @Shown.text()
  name: string;

  @Shown.text()
  label: string;

  @Shown.flag('法律要求写明')
  required: boolean;
}

export class DocumentKindDto {
  @Shown.text()
  kind: string;

  @Shown.text()
  name: string;

  @Shown.text()
  nameInEnglish: string;

  @Shown.text({ nullable: true, description: '文号中的种类字；空的按办件编号' })
  word: string | null;

  @Shown.flag('用印是否须审批')
  approval: boolean;

  @Shown.oneOf(APPROVER_ROLES, '由哪种岗位审批')
  approverRole: (typeof APPROVER_ROLES)[number];

  @Shown.list(FieldDto)
  fields: FieldDto[];
}

export class KindSettingDto {
  @Flag()
  approval: boolean;

  @OneOf(APPROVER_ROLES, { example: 'seal-keeper' })
  approverRole: (typeof APPROVER_ROLES)[number];
}

export class TemplateDto {
  @Shown.text()
  kind: string;

  @Shown.whole('0 为内置')
  version: number;

  @Shown.oneOf(['draft', 'published'])
  state: 'draft' | 'published';

  @Shown.text()
  body: string;

  @Shown.day({ nullable: true, description: '自哪一天起使用' })
  effectiveFrom: string | null;

  @Shown.text({ nullable: true })
  savedBy: string | null;

  @Shown.instant({ nullable: true })
  savedAt: Date | null;

  @Shown.instant({ nullable: true })
  publishedAt: Date | null;

  @Shown.uuid({ nullable: true, description: '草稿的标记；null = 已发布' })
  revision: string | null;
}

export class TemplateBodyDto {
  @Text({ min: 1, max: 20_000, description: '一行一段；# 标题，> 顶格，? 为空时省略，{{字段}}' })
  body: string;
}

export class TemplateDraftDto extends TemplateBodyDto {
  @MadeFrom()
  replaces?: string | null;

  @MadeFromVersion()
  madeFromVersion?: number;
}

export class PublicationDto extends ReviewedDto {
  @ChineseDate({ description: '自哪一天起使用，最早为今天' })
  effectiveFrom: string;
}

export class DocumentWordDto {
  @Shown.text()
  organisationId: string;

  @Shown.text()
  organisation: string;

  @Shown.text({ nullable: true })
  word: string | null;
}

export class WordDto {
  @Pattern(/^\p{Script=Han}{1,12}$/u, { example: '海市监' })
  word: string;
}

export class WordQuery {
  @Text({ max: 50, optional: true, description: '机关名称或代字中的文字' })
  q?: string;
}
