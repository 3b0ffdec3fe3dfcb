import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import type { CaseAct } from '../../../workflows/contracts/case.js';
import {
  type Actor,
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  type Session,
} from '../../people/index.js';
import {
  ApiCommand,
  CASE_SETTINGS,
  CaseAnswerDto,
  CaseCommands,
  requireCase,
  tell,
  type CaseSettings,
  type CommandDto,
} from '../../cases/index.js';
import { conflict } from '../../platform/errors.js';
import { masked } from '../../platform/masking.js';
import { ApiKeyed, ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import { requireEachDelivered } from '../delivery/index.js';
import { barAgainst, offeredActs } from './acts.js';
import { askForExtension } from './extension.js';
import { ExtensionAskedDto, ExtensionDto, LegalActDto, LegalStandingDto } from './law.dto.js';
import { requireReasonsOfAct } from './reasons.js';
import { standingInLaw } from './standing.js';
import { transitionsOf, standingDto } from './view.js';

/** Of these more is asked than a case's workflow knows. */
const BARRED: ReadonlySet<CaseAct['act']> = new Set([
  ...(['void', 'tell-hearing', 'hold-hearing', 'waive-hearing'] as const),
]);

/** Official acts on a case beside its diagram, and the case's standing in law. */
@ApiTags('law')
@ApiSignedIn()
@Controller('cases')
export class LawController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CaseCommands,
    @Inject(CASE_SETTINGS) private readonly settings: CaseSettings,
  ) {}

  @Get(':number/legal-acts')
  @ApiOperation({
    summary: '办件的法律状态、时限、经过，和现在可以办理的行为',
    operationId: 'readLegalActs',
  })
  @ApiOkResponse({ type: LegalStandingDto })
  @ApiProblems(403, 404)
  async read(
    @CurrentSession() session: Session,
    @Param('number') number: string,
  ): Promise<LegalStandingDto> {
    const { manager } = this.dataSource;
    const caller = await requireCase(manager, session, number, 'case.read-whole');
    const standing = await standingInLaw(manager, number, this.settings);
    const moves = await transitionsOf(manager, number);
    const told = caller.sees === 'own' ? moves : masked(moves);
    return standingDto(standing, told, offeredActs(standing, session, caller));
  }

  @Post(':number/legal-acts')
  @HttpCode(200)
  @ApiOperation({
    summary: '办理一项法律行为：特别程序、挂起、转报、终止、送达 …',
    operationId: 'actInLaw',
  })
  @ApiCommand()
  async act(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('number') number: string,
    @Body() body: LegalActDto,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswerDto | CommandDto> {
    await requireCase(this.dataSource.manager, session, number, `case.${body.act}`);
    requireReasonsOfAct(body);
    await this.requireNoBar(number, body);
    const result = await this.commands.legal(number, actor, { ...body } as CaseAct, key);
    return tell(result, response, { caseNumber: number, kind: 'legal' });
  }

  /** @throws DomainError 409 `illegal-move`, and those of a delivery that is none yet */
  private async requireNoBar(number: string, wanted: LegalActDto): Promise<void> {
    const { act, data } = wanted;
    const { manager } = this.dataSource;
    if (act === 'deliver') return requireEachDelivered(manager, number, data);
    if (!BARRED.has(act)) return;
    const bar = barAgainst(wanted as CaseAct, await standingInLaw(manager, number, this.settings));
    if (bar) throw conflict('illegal-move', bar);
  }

  @Post(':number/extension')
  @HttpCode(200)
  @ApiOperation({
    summary: '提出延期，由有权批准的人审批（行政许可法 42）',
    operationId: 'askForExtension',
  })
  @ApiKeyed()
  @ApiOkResponse({ type: ExtensionAskedDto })
  @ApiProblems(400, 403, 404, 409, 422)
  async extend(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('number') number: string,
    @Body() body: ExtensionDto,
    @IdempotencyKey() key: string,
  ): Promise<ExtensionAskedDto> {
    const { manager } = this.dataSource;
    await requireCase(manager, session, number, 'case.extend');
    const standing = await standingInLaw(manager, number, this.settings);
    const task = await this.dataSource.transaction((manager) =>
      askForExtension(manager, standing, body, actor, key),
    );
    return { task };
  }
}
