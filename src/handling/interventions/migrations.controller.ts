import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
} from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { caseClock } from '../../../workflows/clock/index.js';
import { audit, type Actor, ApiSignedIn, CurrentActor, Needs } from '../../people/index.js';
import { frozenCalendar } from '../../calendar/index.js';
import { CASE_SETTINGS, type CaseSettings } from '../../cases/index.js';
import { ApiKeyed, ApiProblems, IdempotencyKey } from '../../platform/http/index.js';
import {
  MigrationDto,
  MigrationPlanDto,
  MigrationPreviewDto,
  MigrationProgressDto,
} from './intervention.dto.js';
import { insertMigration, migrationProgress } from './migration-rows.js';
import { preview } from './preview.js';
import { versionsOf } from './versions.js';

@ApiTags('interventions')
@ApiSignedIn()
@Controller()
export class MigrationsController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CASE_SETTINGS) private readonly settings: CaseSettings,
  ) {}

  @Post('processes/:id/migration-preview')
  @HttpCode(200)
  @Needs('manage', 'Process')
  @ApiOperation({ summary: '预演迁移：什么都不改变', operationId: 'previewMigration' })
  @ApiOkResponse({ type: MigrationPreviewDto })
  @ApiProblems(400, 403, 404, 422)
  async preview(
    @Param('id') id: string,
    @Body() { from, to, elements, retime, cases }: MigrationPlanDto,
  ): Promise<MigrationPreviewDto> {
    const { manager } = this.dataSource;
    const versions = await versionsOf(manager, id, from, to);
    const calendar = await frozenCalendar(manager, new Date());
    const clock = caseClock(calendar, this.settings.dayLength);
    return preview(manager, { ...versions, plan: { elements, retime }, cases, clock });
  }

  @Post('processes/:id/migrations')
  @HttpCode(202)
  @Needs('manage', 'Process')
  @ApiKeyed()
  @ApiOperation({ summary: '把在办件迁移到另一版本', operationId: 'migrateCases' })
  @ApiAcceptedResponse({ type: MigrationProgressDto, description: '已受理；逐件办理，可随时查看' })
  @ApiProblems(400, 403, 404, 422)
  async migrate(
    @CurrentActor() actor: Actor,
    @Param('id') processId: string,
    @Body() { from, to, elements, retime, cases, reason, secondPerson = false }: MigrationDto,
    @IdempotencyKey() id: string,
  ): Promise<MigrationProgressDto> {
    const { old, target } = await versionsOf(this.dataSource.manager, processId, from, to);
    const plan = { elements, retime };
    const [fromHash, toHash] = [old.hash, target.hash];
    await this.dataSource.transaction(async (manager) => {
      await insertMigration(manager, {
        ...{ id, processId, fromHash, toHash, plan, reason, actor, cases, secondPerson },
      });
      await audit(manager, {
        person: actor.personId,
        post: actor.postId,
        act: 'process.migrate',
        target: `process:${processId}`,
        outcome: 'done',
        detail: { migration: id, from, to },
      });
    });
    return migrationProgress(this.dataSource.manager, id);
  }

  @Get('process-migrations/:id')
  @Needs('read', 'Process')
  @ApiOperation({ summary: '迁移办到哪里了', operationId: 'readMigration' })
  @ApiOkResponse({ type: MigrationProgressDto })
  @ApiProblems(400, 403, 404)
  read(@Param('id', ParseUUIDPipe) id: string): Promise<MigrationProgressDto> {
    return migrationProgress(this.dataSource.manager, id);
  }
}
