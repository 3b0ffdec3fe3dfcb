import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import {
  audit,
  ApiSignedIn,
  CurrentSession,
  Needs,
  scopeOf,
  type Session,
  ShowsPeople,
} from '../../people/index.js';
import { ApiFile, ApiProblems } from '../../platform/http/index.js';
import {
  BoardDto,
  BoardQuery,
  CaseListFileQuery,
  CaseListQuery,
  SupervisedCaseListDto,
  SupervisedScopeDto,
  UnitListDto,
  UnitQuery,
} from './board.dto.js';
import { HeatDto, HeatFileQuery, HeatQuery, HeatVersionListDto } from './heat.dto.js';
import {
  LeagueDto,
  LeagueFileQuery,
  LeagueQuery,
  StatisticsDto,
  StatisticsFileQuery,
  StatisticsQuery,
  TrendDto,
  TrendQuery,
} from './statistics.dto.js';
import { nameScope } from './names.js';
import { SupervisionFigures } from './figures.js';
import { SPREADSHEET_TYPES, spreadsheetAnswer, type SpreadsheetFile } from './spreadsheet.js';

@ApiTags('supervision')
@ApiSignedIn()
@Controller('supervision')
export class FiguresController {
  constructor(
    private readonly figures: SupervisionFigures,
    private readonly dataSource: DataSource,
  ) {}

  @Get('board')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '效能监督看板：在办、到期、超期、停办、亮牌', operationId: 'readBoard' })
  @ApiOkResponse({ type: BoardDto })
  board(@CurrentSession() session: Session, @Query() query: BoardQuery): Promise<BoardDto> {
    return this.figures.board(session, query);
  }

  @Get('scope')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '当前岗位监督的区域和条线', operationId: 'readSupervisedScope' })
  @ApiOkResponse({ type: SupervisedScopeDto })
  scope(@CurrentSession() session: Session): Promise<SupervisedScopeDto> {
    return nameScope(this.dataSource, scopeOf(session));
  }

  @Get('cases')
  @Needs('read', 'Supervision')
  @ShowsPeople('supervised-cases')
  @ApiOperation({ summary: '一项指标里的办件', operationId: 'listSupervisedCases' })
  @ApiOkResponse({ type: SupervisedCaseListDto })
  @ApiProblems(400)
  async cases(
    @CurrentSession() session: Session,
    @Query() query: CaseListQuery,
  ): Promise<SupervisedCaseListDto> {
    return this.figures.cases(session, query);
  }

  @Get('cases/file')
  @Needs('read', 'Supervision')
  @ShowsPeople('supervised-cases')
  @ApiOperation({ summary: '一项指标里的办件，导出为表格', operationId: 'downloadSupervisedCases' })
  @ApiFile(...Object.values(SPREADSHEET_TYPES))
  @ApiProblems(400, 422)
  async casesFile(@CurrentSession() session: Session, @Query() query: CaseListFileQuery) {
    return this.download(session, await this.figures.casesFile(session, query));
  }

  @Get('statistics')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '办结件的统计', operationId: 'readStatistics' })
  @ApiOkResponse({ type: StatisticsDto })
  @ApiProblems(400)
  statistics(
    @CurrentSession() session: Session,
    @Query() query: StatisticsQuery,
  ): Promise<StatisticsDto> {
    return this.figures.statistics(session, query);
  }

  @Get('statistics/file')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '统计导出为表格', operationId: 'downloadStatistics' })
  @ApiFile(...Object.values(SPREADSHEET_TYPES))
  @ApiProblems(400)
  async statisticsFile(@CurrentSession() session: Session, @Query() query: StatisticsFileQuery) {
    return this.download(session, await this.figures.statisticsFile(session, query));
  }

  @Get('trend')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '办结件按月、季、年，与上一期相比', operationId: 'readTrend' })
  @ApiOkResponse({ type: TrendDto })
  @ApiProblems(400)
  trend(@CurrentSession() session: Session, @Query() query: TrendQuery): Promise<TrendDto> {
    return this.figures.trend(session, query);
  }

  @Get('league')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '效能考核名次', operationId: 'readLeague' })
  @ApiOkResponse({ type: LeagueDto })
  @ApiProblems(400)
  league(@CurrentSession() session: Session, @Query() query: LeagueQuery): Promise<LeagueDto> {
    return this.figures.league(session, query);
  }

  @Get('league/file')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '效能考核导出为表格', operationId: 'downloadLeague' })
  @ApiFile(...Object.values(SPREADSHEET_TYPES))
  @ApiProblems(400)
  async leagueFile(@CurrentSession() session: Session, @Query() query: LeagueFileQuery) {
    return this.download(session, await this.figures.leagueFile(session, query));
  }

  @Get('heat/versions')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '有在办件的流程版本', operationId: 'listHeatVersions' })
  @ApiOkResponse({ type: HeatVersionListDto })
  heatVersions(@CurrentSession() session: Session): Promise<HeatVersionListDto> {
    return this.figures.heatVersions(session);
  }

  @Get('heat')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '流程图上的热力：在办与用时', operationId: 'readHeat' })
  @ApiOkResponse({ type: HeatDto })
  @ApiProblems(400, 404)
  heat(@CurrentSession() session: Session, @Query() query: HeatQuery): Promise<HeatDto> {
    return this.figures.heat(session, query);
  }

  @Get('heat/file')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '热力导出为表格', operationId: 'downloadHeat' })
  @ApiFile(...Object.values(SPREADSHEET_TYPES))
  @ApiProblems(400, 404)
  async heatFile(@CurrentSession() session: Session, @Query() query: HeatFileQuery) {
    return this.download(session, await this.figures.heatFile(session, query));
  }

  @Get('units')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '监督范围内的单位，按名称查', operationId: 'listUnits' })
  @ApiOkResponse({ type: UnitListDto })
  units(@CurrentSession() session: Session, @Query() { q }: UnitQuery): Promise<UnitListDto> {
    return this.figures.units(session, q ?? '');
  }

  private async download(session: Session, file: SpreadsheetFile): Promise<StreamableFile> {
    await audit(this.dataSource.manager, {
      ...{ person: session.person.id, post: session.post?.id, act: 'statistics.export' },
      ...{ target: `file:${file.name}`, outcome: 'done' },
    });
    return spreadsheetAnswer(file);
  }
}
