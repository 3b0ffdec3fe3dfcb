import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiSignedIn, CurrentSession, requireRight, type Session } from '../people/index.js';
import { notFound } from '../platform/errors.js';
import { needsSecondPerson } from './city-settings/index.js';
import { ApiProblems } from '../platform/http/index.js';
import type { Difference } from './differences.js';
import type { DraftedKind } from './kind.js';
import { compared, review } from './reading.js';
import { ComparedVersionsQuery, DifferenceListDto, ReviewDto } from './version.dto.js';

/** Nest's token for every kind of versioned definition. */
export const VERSIONED_KINDS = Symbol('VersionedKinds');

/** More than anybody looks through one by one; the rest is only counted. */
const MOST_SHOWN = 500;

/** What is the same for definitions of every kind. */
@ApiTags('definitions')
@ApiSignedIn()
@Controller('definitions/:kind/:key')
export class VersionsController {
  private readonly kinds: ReadonlyMap<string, DraftedKind<object>>;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(VERSIONED_KINDS) kinds: readonly DraftedKind<object>[],
  ) {
    this.kinds = new Map(kinds.map((kind) => [kind.code, kind]));
  }

  @Get('review')
  @ApiOperation({ summary: '草稿与最新版本的不同，供发布前审核', operationId: 'reviewDefinition' })
  @ApiOkResponse({ type: ReviewDto })
  @ApiProblems(403, 404, 409)
  async review(
    @CurrentSession() session: Session,
    @Param('kind') code: string,
    @Param('key') key: string,
  ): Promise<ReviewDto> {
    const { manager } = this.dataSource;
    const kind = await this.required(session, code, `review ${code}:${key}`);
    const { savers, differences, ...reviewed } = await review(manager, kind, key);
    const own = savers.includes(session.person.id);
    return {
      ...reviewed,
      needsSecondPerson: own && (await needsSecondPerson(manager, kind.code)),
      ...listed(differences),
    };
  }

  @Get('differences')
  @ApiOperation({ summary: '两个版本的不同', operationId: 'compareVersions' })
  @ApiOkResponse({ type: DifferenceListDto })
  @ApiProblems(400, 403, 404)
  async differences(
    @CurrentSession() session: Session,
    @Param('kind') code: string,
    @Param('key') key: string,
    @Query() versions: ComparedVersionsQuery,
  ): Promise<DifferenceListDto> {
    const kind = await this.required(session, code, `compare ${code}:${key}`);
    const found = await compared(this.dataSource.manager, kind, key, versions);
    if (found) return listed(found);
    throw notFound('version-not-found', '没有这两个版本，或者其中一个。请从版本列表中选择。');
  }

  /** @throws DomainError `no-such-kind`, `forbidden` for who does not keep it */
  private async required(
    session: Session,
    code: string,
    asked: string,
  ): Promise<DraftedKind<object>> {
    const kind = this.kinds.get(code);
    if (!kind)
      throw notFound(
        'no-such-kind',
        `没有“${code}”这一种定义，只有：${[...this.kinds.keys()].join('、')}。`,
      );
    await requireRight(this.dataSource.manager, session, ['manage', kind.subject], asked);
    return kind;
  }
}

const listed = (differences: Difference[]): DifferenceListDto => ({
  total: differences.length,
  differences: differences.slice(0, MOST_SHOWN),
});
