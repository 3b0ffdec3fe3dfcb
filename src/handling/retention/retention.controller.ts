import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiSignedIn, Needs } from '../../people/index.js';
import { Shown } from '../../platform/http/index.js';
import { RETAINED, type Retained } from './retention.js';

/** What went, and never whose it was. */
export class RemovalDto {
  @Shown.oneOf(RETAINED)
  kind: Retained;

  @Shown.whole()
  removed: number;

  @Shown.whole('当时规定保存的天数')
  keptDays: number;

  @Shown.instant()
  at: Date;
}

export class RemovalListDto {
  @Shown.list(RemovalDto)
  items: RemovalDto[];
}

@ApiTags('supervision')
@ApiSignedIn()
@Controller('retention-removals')
export class RetentionController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Needs('read', 'Supervision')
  @ApiOperation({ summary: '到期删除的记录，最近 100 次', operationId: 'listRetentionRemovals' })
  @ApiOkResponse({ type: RemovalListDto })
  async list(): Promise<RemovalListDto> {
    const items = await this.dataSource.query<RemovalDto[]>(
      `SELECT kind, removed, kept_days AS "keptDays", at FROM retention_removal
        ORDER BY id DESC LIMIT 100`,
    );
    return { items };
  }
}
