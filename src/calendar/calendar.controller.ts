import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseIntPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Actor, ApiSignedIn, CurrentActor, Needs } from '../people/index.js';
import { CONFIG, REAL_DAY, type Config } from '../platform/config.js';
import { ApiProblems } from '../platform/http/index.js';
import { DroppedDraftQuery, dropDraft, publishDraft, saveDraft } from '../versions/index.js';
import {
  CalendarDaysDto,
  CalendarDto,
  CalendarYearDto,
  ForeseenDto,
  MissingYearsDto,
  PublishCalendarDto,
  ReplanningDto,
} from './calendar.dto.js';
import { foreseePublication } from './foreseen.js';
import { missingYears } from './missing.js';
import { listReplannings } from './replannings.js';
import { YEARS } from './year-kind.js';
import { listYears, readYear } from './years.js';

/** On which days the city works, and what follows when that changes. */
@ApiTags('calendar')
@ApiSignedIn()
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Needs('read', 'Clock')
  @ApiOperation({
    summary: '工作日历：各年的版本、缺少的年份、重算情况',
    operationId: 'readCalendar',
  })
  @ApiOkResponse({ type: CalendarDto })
  async read(): Promise<CalendarDto> {
    const { manager } = this.dataSource;
    const [years, missing, replannings] = await Promise.all([
      listYears(manager),
      missingYears(manager, Date.now()),
      listReplannings(manager),
    ]);
    return { years, missing, replannings };
  }

  @Get('missing')
  @Needs('read', 'Clock')
  @ApiOperation({ summary: '办件需要而没有的年份', operationId: 'readMissingYears' })
  @ApiOkResponse({ type: MissingYearsDto })
  missing(): Promise<MissingYearsDto> {
    return missingYears(this.dataSource.manager, Date.now());
  }

  @Get(':year')
  @Needs('read', 'Clock')
  @ApiOperation({ summary: '一年的工作日历', operationId: 'readCalendarYear' })
  @ApiOkResponse({ type: CalendarYearDto })
  @ApiProblems(400, 404)
  year(@Param('year', ParseIntPipe) year: number): Promise<CalendarYearDto> {
    return readYear(this.dataSource.manager, year);
  }

  @Put(':year/draft')
  @Needs('manage', 'Clock')
  @ApiOperation({ summary: '保存草稿；发布之前不影响任何办件', operationId: 'saveCalendarDraft' })
  @ApiOkResponse({ type: CalendarYearDto })
  @ApiProblems(400, 404, 409, 422)
  async save(
    @CurrentActor() actor: Actor,
    @Param('year', ParseIntPipe) year: number,
    @Body() { days, ...madeFrom }: CalendarDaysDto,
  ): Promise<CalendarYearDto> {
    const draft = { key: String(year), content: { days }, actor, ...madeFrom };
    await saveDraft(this.dataSource, YEARS, draft);
    return this.year(year);
  }

  @Delete(':year/draft')
  @Needs('manage', 'Clock')
  @ApiOperation({ summary: '放弃草稿', operationId: 'dropCalendarDraft' })
  @ApiOkResponse({ type: CalendarYearDto })
  @ApiProblems(400, 404, 409)
  async drop(
    @CurrentActor() actor: Actor,
    @Param('year', ParseIntPipe) year: number,
    @Query() { replaces }: DroppedDraftQuery,
  ): Promise<CalendarYearDto> {
    await dropDraft(this.dataSource, YEARS, { key: String(year), actor, replaces });
    return this.year(year);
  }

  @Post(':year/draft/preview')
  @HttpCode(200)
  @Needs('manage', 'Clock')
  @ApiOperation({
    summary: '预演发布：会移动多少办件的期限、移到哪天；什么都不改变',
    operationId: 'previewCalendar',
  })
  @ApiOkResponse({ type: ForeseenDto })
  @ApiProblems(400, 404, 409, 422)
  foresee(
    @CurrentActor() { personId: by }: Actor,
    @Param('year', ParseIntPipe) year: number,
  ): Promise<ForeseenDto> {
    const replans = this.config.dayLength === REAL_DAY;
    return foreseePublication(this.dataSource, year, { by, replans });
  }

  @Post(':year/draft/publication')
  @HttpCode(200)
  @Needs('manage', 'Clock')
  @ApiOperation({ summary: '发布草稿，重算所有在办件的时限', operationId: 'publishCalendar' })
  @ApiOkResponse({ type: ReplanningDto })
  @ApiProblems(400, 404, 409, 422)
  async publish(
    @CurrentActor() actor: Actor,
    @Param('year', ParseIntPipe) year: number,
    @Body() { source, ...reviewed }: PublishCalendarDto,
  ): Promise<ReplanningDto> {
    const replans = this.config.dayLength === REAL_DAY;
    const publication = { key: String(year), terms: { source, replans }, actor, ...reviewed };
    const { id } = await publishDraft(this.dataSource, YEARS, publication);
    return (await listReplannings(this.dataSource.manager, id))[0]!;
  }
}
