import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiSignedIn, CurrentSession, Needs, type Session } from '../../people/index.js';
import { ApiKeyed, ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import { cityToday, perform, PerformedDto } from '../changes/index.js';
import { keeperOf } from '../scope/index.js';
import { ADD_ORGANISATION, CHANGE_ORGANISATION, CLOSE_ORGANISATION, whyNotClosed } from './acts.js';
import { newOrganisationId } from './ids.js';
import {
  ChangedOrganisationDto,
  ClosingDto,
  ClosingQuery,
  FaultListDto,
  NewOrganisationDto,
  OrganisationDetailDto,
  OrganisationListDto,
  OrganisationQuery,
} from './organisation.dto.js';
import { fieldsGiven, type OrganisationFields } from './organisation.js';
import { listOrganisations, readOrganisation } from './reading.js';

/** What a new body is where nothing is said. */
const USUAL = {
  ...{ line: null, alsoLines: [], region: null, parent: null, vertical: false },
  ...{ serviceArea: [], creditCode: null, inNameOf: null },
};

/** The fields that were given, and no others: what is left out stays as it is. */
const given = (body: ChangedOrganisationDto): Partial<OrganisationFields> =>
  Object.fromEntries(fieldsGiven(body).map((field) => [field, body[field]]));

@ApiTags('register')
@ApiSignedIn()
@Controller('organisations')
export class OrganisationsRegister {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('manage', 'Register')
  @ApiOperation({ summary: '机构：某机构的下级，或按名称查找', operationId: 'listOrganisations' })
  @ApiOkResponse({ type: OrganisationListDto })
  async list(
    @CurrentSession() session: Session,
    @Query() query: OrganisationQuery,
  ): Promise<OrganisationListDto> {
    const { manager } = this.dataSource;
    const { territory } = await keeperOf(manager, session);
    return { items: await listOrganisations(manager, territory, query) };
  }

  @Get(':organisation')
  @Needs('manage', 'Register')
  @ApiOperation({ summary: '一个机构，和现在牵涉到它的', operationId: 'readOrganisation' })
  @ApiOkResponse({ type: OrganisationDetailDto })
  @ApiProblems(404)
  async read(
    @CurrentSession() session: Session,
    @Param('organisation') id: string,
  ): Promise<OrganisationDetailDto> {
    const { manager } = this.dataSource;
    const { territory } = await keeperOf(manager, session);
    return readOrganisation(manager, territory, id);
  }

  @Post()
  @Needs('manage', 'Register')
  @ApiKeyed()
  @ApiOperation({ summary: '新设机构', operationId: 'addOrganisation' })
  @ApiCreatedResponse({ type: PerformedDto })
  @ApiProblems(400, 409, 422)
  async add(
    @CurrentSession() session: Session,
    @IdempotencyKey() key: string,
    @Body() body: NewOrganisationDto,
  ): Promise<PerformedDto> {
    const { manager } = this.dataSource;
    const fields = { ...USUAL, ...given(body) } as OrganisationFields;
    const id = await newOrganisationId(manager, fields);
    const from = body.validFrom ?? (await cityToday(manager));
    const by = await keeperOf(manager, session);
    const asked = { id, ...fields, validFrom: from };
    return perform(this.dataSource, ADD_ORGANISATION, { by, asked, from, key });
  }

  @Put(':organisation')
  @Needs('manage', 'Register')
  @ApiKeyed()
  @ApiOperation({
    summary: '变更机构：更名、改隶、条线、委托 …',
    operationId: 'changeOrganisation',
  })
  @ApiOkResponse({ type: PerformedDto })
  @ApiProblems(400, 404, 409, 422)
  async change(
    @CurrentSession() session: Session,
    @IdempotencyKey() key: string,
    @Param('organisation') id: string,
    @Body() body: ChangedOrganisationDto,
  ): Promise<PerformedDto> {
    const by = await keeperOf(this.dataSource.manager, session);
    const asked = { id, ...given(body) };
    return perform(this.dataSource, CHANGE_ORGANISATION, { by, asked, from: body.validFrom, key });
  }

  @Get(':organisation/closing')
  @Needs('manage', 'Register')
  @ApiOperation({ summary: '撤销机构之前还要办的', operationId: 'previewClosing' })
  @ApiOkResponse({ type: FaultListDto })
  @ApiProblems(400, 404)
  async closing(
    @CurrentSession() session: Session,
    @Param('organisation') id: string,
    @Query() { from }: ClosingQuery,
  ): Promise<FaultListDto> {
    const { manager } = this.dataSource;
    const by = await keeperOf(manager, session);
    await readOrganisation(manager, by.territory, id);
    const faults = await whyNotClosed({ manager, by, day: from ?? (await cityToday(manager)) }, id);
    return { items: faults.map(({ code, message }) => ({ code, message })) };
  }

  @Post(':organisation/closing')
  @HttpCode(200)
  @Needs('manage', 'Register')
  @ApiKeyed()
  @ApiOperation({ summary: '撤销机构', operationId: 'closeOrganisation' })
  @ApiOkResponse({ type: PerformedDto })
  @ApiProblems(400, 404, 409, 422)
  async close(
    @CurrentSession() session: Session,
    @IdempotencyKey() key: string,
    @Param('organisation') id: string,
    @Body() { validFrom: from }: ClosingDto,
  ): Promise<PerformedDto> {
    const by = await keeperOf(this.dataSource.manager, session);
    return perform(this.dataSource, CLOSE_ORGANISATION, { by, asked: { id }, from, key });
  }
}
