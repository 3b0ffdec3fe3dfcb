import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { countFeesAgain } from '../../money/index.js';
import { audit, type Actor, ApiSignedIn, CurrentActor, Needs } from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import { EvaluationDto, RuleContentDto, RuleListDto, CardRuleVersionDto } from './rule.dto.js';
import { applyRules, climbLadder, dropMootProposals } from './issuing.js';
import { addRule, changeRule, endRule, listRules } from './rules.js';

@ApiTags('cards')
@ApiSignedIn()
@Controller('card-rules')
export class CardRulesController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '亮牌规则的全部版本', operationId: 'listCardRules' })
  @ApiOkResponse({ type: RuleListDto })
  async list(): Promise<RuleListDto> {
    return { items: await listRules(this.dataSource.manager) };
  }

  @Post()
  @HttpCode(200)
  @Needs('manage', 'Supervision')
  @ApiOperation({ summary: '新的亮牌规则', operationId: 'addCardRule' })
  @ApiOkResponse({ type: CardRuleVersionDto })
  @ApiProblems(400)
  add(@CurrentActor() actor: Actor, @Body() body: RuleContentDto): Promise<CardRuleVersionDto> {
    return addRule(this.dataSource, actor, body);
  }

  @Post('evaluation')
  @HttpCode(200)
  @Needs('manage', 'Supervision')
  @ApiOperation({ summary: '现在就按规则查一遍', operationId: 'evaluateCardRules' })
  @ApiOkResponse({ type: EvaluationDto })
  async evaluate(@CurrentActor() actor: Actor): Promise<EvaluationDto> {
    await countFeesAgain(this.dataSource.manager);
    const found = await applyRules(this.dataSource);
    await dropMootProposals(this.dataSource);
    const evaluated = { ...found, escalated: await climbLadder(this.dataSource) };
    await audit(this.dataSource.manager, {
      ...{ person: actor.personId, post: actor.postId, act: 'card-rule.evaluate' },
      ...{ target: 'card-rule:all', outcome: 'done', detail: { ...evaluated } },
    });
    return evaluated;
  }

  @Put(':id')
  @Needs('manage', 'Supervision')
  @ApiOperation({ summary: '规则的新版本，从某天起生效', operationId: 'changeCardRule' })
  @ApiOkResponse({ type: CardRuleVersionDto })
  @ApiProblems(400, 404)
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: RuleContentDto,
  ): Promise<CardRuleVersionDto> {
    return changeRule(this.dataSource, actor, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('manage', 'Supervision')
  @ApiOperation({ summary: '规则从今天起停用', operationId: 'endCardRule' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  end(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return endRule(this.dataSource, actor, id);
  }
}
