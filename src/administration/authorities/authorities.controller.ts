import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiSignedIn, CurrentSession, Needs, type Session } from '../../people/index.js';
import { ApiKeyed, ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import { perform, PerformedDto } from '../changes/index.js';
import { keeperOf } from '../scope/index.js';
import { type Authority, REMOVE_AUTHORITY, SET_AUTHORITY } from './acts.js';
import {
  AuthorityKeyDto,
  AuthorityListDto,
  AuthorityPreviewDto,
  AuthorityQuery,
  AuthorityGapListDto,
  NewAuthorityDto,
} from './authority.dto.js';
import { previewAuthority } from './preview.js';
import { gapsOf, listAuthorities } from './reading.js';

const keyOf = ({ item, area, replacesLine, replacesLevel }: AuthorityKeyDto) => ({
  ...{ item, area, replacesLine, replacesLevel },
});

const authorityOf = (body: NewAuthorityDto): Authority => {
  const { organisation = null, line = null, level = null } = body;
  const { inNameOf = null, regulator = null, note = '' } = body;
  return { ...keyOf(body), organisation, line, level, inNameOf, regulator, note };
};

@ApiTags('register')
@ApiSignedIn()
@Controller('item-authorities')
export class AuthoritiesRegister {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('manage', 'Register')
  @ApiOperation({ summary: '职权分工：哪个事项在哪里由谁办理', operationId: 'listAuthorities' })
  @ApiOkResponse({ type: AuthorityListDto })
  async list(
    @CurrentSession() session: Session,
    @Query() query: AuthorityQuery,
  ): Promise<AuthorityListDto> {
    const { manager } = this.dataSource;
    const { territory } = await keeperOf(manager, session);
    return { items: await listAuthorities(manager, territory, query) };
  }

  @Get('gaps')
  @Needs('manage', 'Register')
  @ApiOperation({ summary: '没有机构办理的事项和地方', operationId: 'listAuthorityGaps' })
  @ApiOkResponse({ type: AuthorityGapListDto })
  async gaps(@CurrentSession() session: Session): Promise<AuthorityGapListDto> {
    const { manager } = this.dataSource;
    const { territory } = await keeperOf(manager, session);
    return { items: await gapsOf(manager, territory) };
  }

  @Post('preview')
  @HttpCode(200)
  @Needs('manage', 'Register')
  @ApiOperation({ summary: '试改：哪些地方会换机构', operationId: 'previewAuthority' })
  @ApiOkResponse({ type: AuthorityPreviewDto })
  @ApiProblems(400, 422)
  async preview(
    @CurrentSession() session: Session,
    @Body() body: NewAuthorityDto,
  ): Promise<AuthorityPreviewDto> {
    const { manager } = this.dataSource;
    const by = await keeperOf(manager, session);
    return previewAuthority(manager, SET_AUTHORITY, by, authorityOf(body));
  }

  @Put()
  @Needs('manage', 'Register')
  @ApiKeyed()
  @ApiOperation({ summary: '指定某事项在某地由谁办理', operationId: 'setAuthority' })
  @ApiOkResponse({ type: PerformedDto })
  @ApiProblems(400, 409, 422)
  async set(
    @CurrentSession() session: Session,
    @IdempotencyKey() key: string,
    @Body() body: NewAuthorityDto,
  ): Promise<PerformedDto> {
    const by = await keeperOf(this.dataSource.manager, session);
    const asked = authorityOf(body);
    return perform(this.dataSource, SET_AUTHORITY, { by, asked, from: body.validFrom, key });
  }

  @Post('removal')
  @HttpCode(200)
  @Needs('manage', 'Register')
  @ApiKeyed()
  @ApiOperation({ summary: '撤销一条职权分工', operationId: 'removeAuthority' })
  @ApiOkResponse({ type: PerformedDto })
  @ApiProblems(400, 404, 409, 422)
  async remove(
    @CurrentSession() session: Session,
    @IdempotencyKey() key: string,
    @Body() body: AuthorityKeyDto,
  ): Promise<PerformedDto> {
    const by = await keeperOf(this.dataSource.manager, session);
    const asked = keyOf(body);
    return perform(this.dataSource, REMOVE_AUTHORITY, { by, asked, from: body.validFrom, key });
  }
}
