import { OpenObject, Shown, Text } from '../../platform/http/index.js';

export class CompanionDto {
  @Shown.text('岗位编号')
  post: string;

  @Shown.text()
  name: string;

  @Shown.text()
  title: string;

  @Shown.text('执法证号')
  certificate: string;
}

export class LatestInspectionDto {
  @Shown.oneOf(['waiting', 'confirmed', 'refused', 'withdrawn'])
  state: 'waiting' | 'confirmed' | 'refused' | 'withdrawn';

  @Shown.text('同行核查人')
  companion: string;

  @Shown.text({ nullable: true, description: '退回的理由' })
  reason: string | null;

  @Shown.instant()
  proposedAt: Date;
}

export class InspectionDto {
  @Shown.text({ nullable: true, description: '要求两人核查的条款；空的表示不需要' })
  article: string | null;

  @Shown.text({ nullable: true, description: '您当前岗位的执法证号' })
  certificate: string | null;

  @Shown.list(CompanionDto, '可以同行的持证人员')
  companions: CompanionDto[];

  @Shown.one(LatestInspectionDto, { nullable: true, description: '最近一份笔录' })
  latest: LatestInspectionDto | null;
}

export class ProposalDto {
  @Text({ max: 100, description: '同行核查人的岗位编号' })
  companion: string;

  @Text({ max: 100, description: '核查结论' })
  outcome: string;

  @Text({ max: 2000, optional: true })
  opinion?: string;

  @OpenObject({ optional: true })
  form?: Record<string, unknown>;
}
