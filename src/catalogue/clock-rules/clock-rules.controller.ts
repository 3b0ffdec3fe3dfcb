import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ANY_TYPE, dayOfDate } from '../../../workflows/clock/index.js';
import type { ClockRules } from '../../../workflows/contracts/case.js';
import { itemTypeName } from '../../../workflows/item-types/index.js';
import { audit, type Actor, ApiSignedIn, CurrentActor, Needs } from '../../people/index.js';
import { badRequest, unprocessable } from '../../platform/errors.js';
import { ApiProblems } from '../../platform/http/index.js';
import type { ClockRulesDto } from '../items/index.js';
import { PublishRulesDto, RuleVersionListDto } from './clock-rule.dto.js';
import { listRules, publishRules } from './rule-table.js';

/** A type's clock: shown to who supervises, published by an admin. */
@ApiTags('clock-rules')
@ApiSignedIn()
@Controller('clock-rules')
export class ClockRulesController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('read', 'Clock')
  @ApiOperation({ summary: '各类事项的时限规则，含历次版本', operationId: 'listClockRules' })
  @ApiOkResponse({ type: RuleVersionListDto })
  async list(): Promise<RuleVersionListDto> {
    const rows = await listRules(this.dataSource.manager);
    const items = rows.map((row) => ({
      ...row,
      typeName: row.type === ANY_TYPE ? '其他类型' : itemTypeName(row.type),
    }));
    return { items, next: null };
  }

  @Post(':type')
  @HttpCode(200)
  @Needs('manage', 'Clock')
  @ApiOperation({ summary: '发布一类事项的时限规则', operationId: 'publishClockRules' })
  @ApiOkResponse({ type: RuleVersionListDto })
  @ApiProblems(400, 409, 422)
  async publish(
    @CurrentActor() actor: Actor,
    @Param('type') type: string,
    @Body() { validFrom, source, rules }: PublishRulesDto,
  ): Promise<RuleVersionListDto> {
    if (type !== ANY_TYPE && !/^\d{2}$/.test(type))
      throw badRequest('no-such-type', `事项类型 ${type} 不正确，请填两位代码或 *。`);
    refuseNoDate(validFrom);
    await this.dataSource.transaction(async (manager) => {
      const publishedBy = actor.personId;
      await publishRules(manager, { type, validFrom, source, rules: asRules(rules), publishedBy });
      await audit(manager, {
        person: actor.personId,
        post: actor.postId,
        act: 'clock-rule.publish',
        target: `clock-rule:${type}`,
        outcome: 'done',
        detail: { validFrom },
      });
    });
    return this.list();
  }
}

function refuseNoDate(date: string): void {
  try {
    dayOfDate(date);
  } catch (error) {
    throw unprocessable('no-such-date', (error as Error).message, { field: 'validFrom' });
  }
}

/** What the DTO left undefined means none. */
function asRules({ statutory, periods, ...rules }: ClockRulesDto): ClockRules {
  for (const [name, period] of Object.entries(periods ?? {}))
    if (typeof period !== 'string' || !/^\d{1,4}(wd|d)$/.test(period))
      throw unprocessable(
        'bad-period',
        `期限“${name}”请写成 20wd（20 个工作日）或 90d（90 天）这样的形式。`,
        { field: `rules/periods/${name}` },
      );
  return {
    ...rules,
    ...(statutory !== undefined && { statutory }),
    ...(periods && { periods }),
    acceptance: rules.acceptance ?? null,
    extension: rules.extension ?? null,
    delivery: rules.delivery ?? null,
  };
}
