import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import {
  ApiSignedIn,
  CurrentSession,
  Needs,
  residentId,
  type Session,
} from '../../people/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { unprocessable } from '../../platform/errors.js';
import { ApiKeyed, ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import { idNumberDigest, isIdNumber } from '../../platform/identifiers.js';
import { cityToday, perform, PerformedDto } from '../changes/index.js';
import { keeperOf } from '../scope/index.js';
import { ADD_PERSON, LOCK_PERSON, UNLOCK_PERSON } from './people.js';
import { ADD_POST } from './posts.js';
import { listPosts, readStaff } from './reading.js';
import {
  NewPostDto,
  NewStaffDto,
  PostLineListDto,
  ReasonGivenDto,
  StaffMemberDto,
  StaffQuery,
} from './staff.dto.js';

@ApiTags('register')
@ApiSignedIn()
@Controller('staff')
export class StaffRegister {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Needs('manage', 'Register')
  @ApiOperation({ summary: '人员和岗位', operationId: 'listStaff' })
  @ApiOkResponse({ type: PostLineListDto })
  @ApiProblems(400)
  async list(
    @CurrentSession() session: Session,
    @Query() query: StaffQuery,
  ): Promise<PostLineListDto> {
    const { manager } = this.dataSource;
    const { territory } = await keeperOf(manager, session);
    return listPosts(manager, territory, query);
  }

  @Get(':person')
  @Needs('manage', 'Register')
  @ApiOperation({ summary: '一个人员的岗位', operationId: 'readStaff' })
  @ApiOkResponse({ type: StaffMemberDto })
  @ApiProblems(404)
  async read(
    @CurrentSession() session: Session,
    @Param('person') person: string,
  ): Promise<StaffMemberDto> {
    const { manager } = this.dataSource;
    const { territory } = await keeperOf(manager, session);
    return readStaff(manager, territory, person);
  }

  @Post()
  @Needs('manage', 'Register')
  @ApiKeyed()
  @ApiOperation({ summary: '登记人员', operationId: 'addStaff' })
  @ApiCreatedResponse({ type: PerformedDto })
  @ApiProblems(400, 409, 422)
  async add(
    @CurrentSession() session: Session,
    @IdempotencyKey() key: string,
    @Body() { name, idNumber }: NewStaffDto,
  ): Promise<PerformedDto> {
    if (!isIdNumber(idNumber))
      throw unprocessable('bad-id-number', '身份证号码的校验位不对；请核对。', {
        field: 'idNumber',
      });
    const by = await keeperOf(this.dataSource.manager, session);
    const digest = idNumberDigest(idNumber, this.config.digestKey);
    const asked = { id: residentId(digest), name: name.trim(), digest };
    return perform(this.dataSource, ADD_PERSON, { by, asked, key });
  }

  @Post(':person/posts')
  @Needs('manage', 'Register')
  @ApiKeyed()
  @ApiOperation({ summary: '任职：给一个人员一个岗位', operationId: 'addPost' })
  @ApiCreatedResponse({ type: PerformedDto })
  @ApiProblems(400, 404, 409, 422)
  async addPost(
    @CurrentSession() session: Session,
    @IdempotencyKey() key: string,
    @Param('person') person: string,
    @Body() body: NewPostDto,
  ): Promise<PerformedDto> {
    const { manager } = this.dataSource;
    const by = await keeperOf(manager, session);
    await readStaff(manager, null, person);
    const { organisation, role, title, certificate = null, validFrom, validTo = null } = body;
    const from = validFrom ?? (await cityToday(manager));
    const asked = {
      ...{ id: `post-${randomUUID()}`, person, organisation, role, title: title.trim() },
      ...{ certificate, validFrom: from, validTo },
    };
    return perform(this.dataSource, ADD_POST, { by, asked, from, key });
  }

  @Post(':person/lock')
  @HttpCode(200)
  @Needs('manage', 'Register')
  @ApiKeyed()
  @ApiOperation({ summary: '锁定账号，结束其登录', operationId: 'lockStaff' })
  @ApiOkResponse({ type: PerformedDto })
  @ApiProblems(400, 404, 409, 422)
  async lock(
    @CurrentSession() session: Session,
    @IdempotencyKey() key: string,
    @Param('person') person: string,
    @Body() { reason }: ReasonGivenDto,
  ): Promise<PerformedDto> {
    const by = await keeperOf(this.dataSource.manager, session);
    return perform(this.dataSource, LOCK_PERSON, { by, asked: { person, reason }, key });
  }

  @Post(':person/unlock')
  @HttpCode(200)
  @Needs('manage', 'Register')
  @ApiKeyed()
  @ApiOperation({ summary: '解除锁定', operationId: 'unlockStaff' })
  @ApiOkResponse({ type: PerformedDto })
  @ApiProblems(400, 404, 409, 422)
  async unlock(
    @CurrentSession() session: Session,
    @IdempotencyKey() key: string,
    @Param('person') person: string,
    @Body() { reason }: ReasonGivenDto,
  ): Promise<PerformedDto> {
    const by = await keeperOf(this.dataSource.manager, session);
    return perform(this.dataSource, UNLOCK_PERSON, { by, asked: { person, reason }, key });
  }
}
