import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Actor, ApiSignedIn, CurrentActor, Needs } from '../../people/index.js';
import { ApiProblems } from '../../platform/http/index.js';
import {
  NewAppraisalPointsDto,
  NewListsAheadDto,
  NewPublicationSettingDto,
  NewQuietHoursDto,
  NewRetentionDaysDto,
  NewUrgeLimitsDto,
  SettingListDto,
  SettingSetDto,
} from './setting.dto.js';
import { changeSetting, listSettings, settingOn } from '../../versions/index.js';

@ApiTags('supervision')
@ApiSignedIn()
@Controller('supervision-settings')
export class SettingsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('read', 'Supervision')
  @ApiOperation({
    summary: '催办间隔、考核分值、发放、发布、保存期限与免打扰时段的全部版本',
    operationId: 'listSupervisionSettings',
  })
  @ApiOkResponse({ type: SettingListDto })
  async list(): Promise<SettingListDto> {
    return { items: await listSettings(this.dataSource.manager) };
  }

  @Put('urges')
  @Needs('manage', 'Supervision')
  @ApiOperation({ summary: '催办间隔，从某天起', operationId: 'setUrgeLimits' })
  @ApiOkResponse({ type: SettingSetDto })
  @ApiProblems(400)
  urges(@CurrentActor() actor: Actor, @Body() body: NewUrgeLimitsDto): Promise<SettingSetDto> {
    return changeSetting(this.dataSource, actor, 'urges', { ...body });
  }

  @Put('appraisal')
  @Needs('manage', 'Supervision')
  @ApiOperation({ summary: '考核分值，从某天起', operationId: 'setAppraisalPoints' })
  @ApiOkResponse({ type: SettingSetDto })
  @ApiProblems(400)
  appraisal(
    @CurrentActor() actor: Actor,
    @Body() body: NewAppraisalPointsDto,
  ): Promise<SettingSetDto> {
    return changeSetting(this.dataSource, actor, 'appraisal', { ...body });
  }

  @Put('benefits')
  @Needs('manage', 'Supervision')
  @ApiOperation({ summary: '发放名单可以提前几个月造册，从某天起', operationId: 'setListsAhead' })
  @ApiOkResponse({ type: SettingSetDto })
  @ApiProblems(400)
  benefits(@CurrentActor() actor: Actor, @Body() body: NewListsAheadDto): Promise<SettingSetDto> {
    return changeSetting(this.dataSource, actor, 'benefits', { ...body });
  }

  @Put('publication')
  @Needs('manage', 'Supervision')
  @ApiOperation({
    summary: '哪些定义须由起草人以外的人发布，最早从明天起',
    operationId: 'setPublication',
  })
  @ApiOkResponse({ type: SettingSetDto })
  @ApiProblems(400)
  async publication(
    @CurrentActor() actor: Actor,
    @Body() body: NewPublicationSettingDto,
  ): Promise<SettingSetDto> {
    const before = await settingOn(this.dataSource.manager, 'publication', body.validFrom);
    const { byWay = before.byWay } = body;
    return changeSetting(this.dataSource, actor, 'publication', {
      ...body,
      ...(byWay && { byWay }),
    });
  }

  @Put('retention')
  @Needs('manage', 'Supervision')
  @ApiOperation({ summary: '草稿和文件的保存期限，从某天起', operationId: 'setRetentionDays' })
  @ApiOkResponse({ type: SettingSetDto })
  @ApiProblems(400)
  retention(
    @CurrentActor() actor: Actor,
    @Body() body: NewRetentionDaysDto,
  ): Promise<SettingSetDto> {
    return changeSetting(this.dataSource, actor, 'retention', { ...body });
  }

  @Put('quiet-hours')
  @Needs('manage', 'Supervision')
  @ApiOperation({ summary: '哪些时段不发短信，从某天起', operationId: 'setQuietHours' })
  @ApiOkResponse({ type: SettingSetDto })
  @ApiProblems(400)
  quietHours(@CurrentActor() actor: Actor, @Body() body: NewQuietHoursDto): Promise<SettingSetDto> {
    return changeSetting(this.dataSource, actor, 'quiet-hours', { ...body });
  }
}
