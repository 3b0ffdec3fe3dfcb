/** What a person with the right does beside the diagram: one case modified, many cases migrated. */
import {
  Flag,
  MOST_INTEGER,
  OpenObject,
  Shown,
  Text,
  Texts,
  Whole,
} from '../../platform/http/index.js';

export class ModificationDto {
  @Texts({
    most: 100,
    max: 1000,
    optional: true,
    description: '取消的令牌（GET places 给出的 key）',
  })
  cancel?: string[];

  @Texts({ most: 100, max: 1000, optional: true, description: '视为已完成、继续往下走的令牌' })
  skip?: string[];

  @Texts({
    most: 100,
    max: 1000,
    optional: true,
    description: '从这些环节开始；与取消同用即为退回',
  })
  start?: string[];

  @Text({ min: 2, max: 500, description: '理由，永久留在办件上' })
  reason: string;
}

export class SecondPersonAskedDto {
  @Shown.text('等待确认的任务')
  task: string;
}

export class PlaceDto {
  @Shown.text()
  element: string;

  @Shown.text({ nullable: true })
  name: string | null;

  @Shown.text()
  type: string;
}

export class TokenDto extends PlaceDto {
  @Shown.text()
  key: string;
}

export class PlacesDto {
  @Shown.list(TokenDto, '正在进行的环节')
  tokens: TokenDto[];

  @Shown.list(PlaceDto, '现在可以从此开始的环节')
  startable: PlaceDto[];

  @Shown.texts('已经走过的环节')
  passed: string[];
}

export class MigrationPlanDto {
  @Whole({ min: 1, max: MOST_INTEGER, description: '办件现在所在的版本' })
  from: number;

  @Whole({ min: 1, max: MOST_INTEGER, description: '迁移到的版本' })
  to: number;

  @OpenObject({
    of: { type: 'string' },
    optional: true,
    description: '编号不同的环节：原环节 → 新环节',
  })
  elements?: Record<string, string>;

  @Texts({
    most: 500,
    max: 1000,
    optional: true,
    description: '定时重新起算的新环节；其余保持原到期时间',
  })
  retime?: string[];

  @Texts({
    most: 10_000,
    max: 1000,
    optional: true,
    description: '只迁移这些办件；不填为该版本的全部在办件',
  })
  cases?: string[];
}

export class MigrationDto extends MigrationPlanDto {
  @Text({ min: 2, max: 500, description: '理由，永久留在每个办件上' })
  reason: string;

  @Flag({
    optional: true,
    description: '会越过决定、缴费或者公示的，请作出决定的机关的负责人逐件确认；不填则不迁移',
  })
  secondPerson?: boolean;
}

export class MigrationElementDto extends PlaceDto {
  @Shown.whole('有多少办件正停在这里')
  cases: number;

  @Shown.text({ nullable: true, description: '移到新版本的哪个环节；没有则须指定' })
  target: string | null;
}

export class CaseOutcomeDto {
  @Shown.text()
  caseNumber: string;

  @Shown.oneOf(['movable', 'askable', 'pending', 'asked', 'done', 'refused'])
  state: 'movable' | 'askable' | 'pending' | 'asked' | 'done' | 'refused';

  @Shown.text({ nullable: true, description: '为什么不能，怎么办' })
  message: string | null;
}

export class MigrationPreviewDto {
  @Shown.whole()
  cases: number;

  @Shown.whole('可以迁移的')
  movable: number;

  @Shown.whole('会越过决定、缴费或者公示，须第二人确认才能迁移的')
  askable: number;

  @Shown.list(MigrationElementDto, '有办件停留的环节')
  elements: MigrationElementDto[];

  @Shown.list(PlaceDto, '新版本的全部环节')
  targets: PlaceDto[];

  @Shown.list(CaseOutcomeDto, '预演：每个办件会怎样（不能迁移的在前）')
  outcomes: CaseOutcomeDto[];
}

export class MigrationProgressDto {
  @Shown.uuid()
  id: string;

  @Shown.text()
  processId: string;

  @Shown.whole()
  pending: number;

  @Shown.whole('等待第二人确认的')
  asked: number;

  @Shown.whole()
  done: number;

  @Shown.whole()
  refused: number;

  @Shown.list(CaseOutcomeDto)
  outcomes: CaseOutcomeDto[];
}
