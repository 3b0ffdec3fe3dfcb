import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiSignedIn, CurrentSession, Needs, scopeOf, type Session } from '../../people/index.js';
import { ApiFile, ApiProblems } from '../../platform/http/index.js';
import {
  MOST_LINES,
  registerFile,
  SPREADSHEET_TYPES,
  spreadsheetAnswer,
} from '../figures/spreadsheet.js';
import { RATING_COLUMNS } from './columns.js';
import { readRatingFigures } from './figures.js';
import { listRatings } from './list.js';
import {
  RatedCaseListDto,
  RatingFiguresDto,
  RatingFiguresQuery,
  RatingFileQuery,
  RatingsQuery,
} from './rating-figures.dto.js';

@ApiTags('ratings')
@ApiSignedIn()
@Controller()
export class RatingsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('supervision/ratings')
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '好差评的件数和份额', operationId: 'readRatingFigures' })
  @ApiOkResponse({ type: RatingFiguresDto })
  @ApiProblems(400)
  async figures(
    @CurrentSession() session: Session,
    @Query() query: RatingFiguresQuery,
  ): Promise<RatingFiguresDto> {
    const { group = 'department', from, to, by = 'territory', ...filter } = query;
    const ask = { scope: scopeOf(session), filter: { by, ...filter }, group, period: { from, to } };
    return { group, ...(await readRatingFigures(this.dataSource, ask)) };
  }

  @Get('ratings')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '监督范围内或者本单位办件的评价', operationId: 'listRatings' })
  @ApiOkResponse({ type: RatedCaseListDto })
  @ApiProblems(400)
  list(
    @CurrentSession() session: Session,
    @Query() query: RatingsQuery,
  ): Promise<RatedCaseListDto> {
    return listRatings(this.dataSource, session, { ...query, by: query.by ?? 'territory' });
  }

  @Get('ratings/file')
  @Needs('use', 'Task')
  @ApiOperation({ summary: '评价，导出为表格', operationId: 'downloadRatings' })
  @ApiFile(...Object.values(SPREADSHEET_TYPES))
  @ApiProblems(400, 422)
  async file(@CurrentSession() session: Session, @Query() query: RatingFileQuery) {
    const asked = { ...query, by: query.by ?? 'territory' } as const;
    const list = await listRatings(this.dataSource, session, asked, MOST_LINES);
    return spreadsheetAnswer(await registerFile('评价', RATING_COLUMNS, list, query.format));
  }
}
