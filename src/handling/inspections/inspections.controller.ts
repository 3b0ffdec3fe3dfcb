import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Json } from '../../../bpmn/engine/index.js';
import {
  type Actor,
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  Needs,
  type Session,
} from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import { requireTaskAnswers } from '../answers/index.js';
import { requireTask } from '../task-access/index.js';
import { InspectionDto, type LatestInspectionDto, ProposalDto } from './inspection.dto.js';
import { companionsFor, proposeInspection } from './proposing.js';
import { articleFor } from './two-inspectors.js';

@ApiTags('inspections')
@ApiSignedIn()
@Needs('use', 'Task')
@Controller('tasks')
export class InspectionsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get(':id/inspection')
  @ApiOperation({
    summary: '这项核查要不要两人、谁可以同行、笔录到哪一步',
    operationId: 'readInspection',
  })
  @ApiOkResponse({ type: InspectionDto })
  @ApiProblems(403, 404)
  async read(@CurrentSession() session: Session, @Param('id') id: string): Promise<InspectionDto> {
    await requireTask(this.dataSource.manager, session, id, 'task.read');
    const { manager } = this.dataSource;
    const article = await articleFor(manager, id);
    if (article === null) return { article, certificate: null, companions: [], latest: null };
    const [own] = await manager.query<{ certificate: string | null }[]>(
      `SELECT enforcement_certificate AS certificate FROM post WHERE id = $1`,
      [session.post?.id ?? null],
    );
    const [latest] = await manager.query<LatestInspectionDto[]>(
      `SELECT n.state, p.name AS companion, n.reason, n.proposed_at AS "proposedAt"
         FROM inspection n JOIN person p ON p.id = n.companion_person
        WHERE n.task_id = $1 ORDER BY n.proposed_at DESC LIMIT 1`,
      [id],
    );
    return {
      article,
      certificate: own?.certificate ?? null,
      companions: await companionsFor(manager, id, session.person.id),
      latest: latest ?? null,
    };
  }

  @Post(':id/inspection')
  @ApiOperation({ summary: '记录核查，请同行核查人确认', operationId: 'proposeInspection' })
  @ApiCreatedResponse({ type: InspectionDto })
  @ApiProblems(400, 403, 404, 409, 422)
  async propose(
    @CurrentSession() session: Session,
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { companion, ...answer }: ProposalDto,
  ): Promise<InspectionDto> {
    const { manager: before } = this.dataSource;
    const task = await requireTask(before, session, id, 'inspection.propose');
    const form = (answer.form ?? {}) as Record<string, Json>;
    await requireTaskAnswers(before, task, form, actor.personId);
    await this.dataSource.transaction((manager) =>
      proposeInspection(manager, id, actor, companion, { ...answer, form }),
    );
    return this.read(session, id);
  }
}
