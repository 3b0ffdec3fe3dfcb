import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { tokenPositions, type State } from '../../../bpmn/engine/index.js';
import {
  ApiCommand,
  CaseAnswerDto,
  CaseCommands,
  type CommandDto,
  requireCase,
  tell,
} from '../../cases/index.js';
import {
  type Actor,
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  Needs,
  type Session,
} from '../../people/index.js';
import { conflict } from '../../platform/errors.js';
import { ApiKeyed, ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import { modelByHash } from '../../definitions/index.js';
import { ModificationDto, PlacesDto, SecondPersonAskedDto } from './intervention.dto.js';
import { askSecondPerson } from './second-person.js';

interface Row {
  hash: string;
  state: State | null;
  ended: boolean;
  passed: string[];
}

@ApiTags('interventions')
@ApiSignedIn()
@Controller('cases')
export class ModificationController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CaseCommands,
  ) {}

  @Get(':number/places')
  @Needs('manage', 'Case')
  @ApiOperation({ summary: '办件现在停在哪里、可以从哪里开始', operationId: 'readPlaces' })
  @ApiOkResponse({ type: PlacesDto })
  @ApiProblems(403, 404, 409)
  async places(
    @CurrentSession() session: Session,
    @Param('number') number: string,
  ): Promise<PlacesDto> {
    const { manager } = this.dataSource;
    await requireCase(manager, session, number, 'case.places');
    const [row] = await manager.query<Row[]>(
      `SELECT model_hash AS hash, engine_state AS state, ended,
              ARRAY(SELECT DISTINCT e FROM case_step s, jsonb_array_elements_text(s.completed) e
                     WHERE s.case_number = number AND NOT s.superseded) AS passed
         FROM cases WHERE number = $1`,
      [number],
    );
    const model = row && (await modelByHash(manager, row.hash));
    if (!model || !row.state || row.ended)
      throw conflict('case-not-running', '办件尚未开始或已经办结，没有可以调整的环节。');
    return { ...tokenPositions(model, row.state), passed: row.passed };
  }

  @Post(':number/modification')
  @HttpCode(200)
  @Needs('manage', 'Case')
  @ApiOperation({ summary: '调整环节：取消、跳过、退回、从某处开始', operationId: 'modifyCase' })
  @ApiCommand()
  async modify(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('number') number: string,
    @Body() body: ModificationDto,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswerDto | CommandDto> {
    await requireCase(this.dataSource.manager, session, number, 'case.modify');
    const result = await this.commands.modify(number, actor, { ...body }, key);
    return tell(result, response, { caseNumber: number, kind: 'modify' });
  }

  @Post(':number/modification/confirmation')
  @HttpCode(200)
  @Needs('manage', 'Case')
  @ApiOperation({
    summary: '调整会越过决定、缴费或者公示：请作出决定的机关的负责人确认',
    operationId: 'askToModify',
  })
  @ApiKeyed()
  @ApiOkResponse({ type: SecondPersonAskedDto })
  @ApiProblems(400, 403, 404, 409, 422)
  async ask(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('number') number: string,
    @Body() { reason, ...modification }: ModificationDto,
    @IdempotencyKey() key: string,
  ): Promise<SecondPersonAskedDto> {
    await requireCase(this.dataSource.manager, session, number, 'case.modify');
    const wish = { kind: 'modify' as const, modification, reason };
    const task = await this.dataSource.transaction((manager) =>
      askSecondPerson(manager, number, { wish, actor, key }),
    );
    return { task };
  }
}
