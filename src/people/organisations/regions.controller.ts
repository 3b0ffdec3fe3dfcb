import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiSignedIn } from '../identity/index.js';
import { regionTree } from './lookup.js';
import { RegionListDto, RegionQuery } from './region.dto.js';

@ApiTags('regions')
@ApiSignedIn()
@Controller('regions')
export class RegionsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @ApiOperation({ summary: '下级行政区划', operationId: 'listRegions' })
  @ApiOkResponse({ type: RegionListDto })
  async list(@Query() query: RegionQuery): Promise<RegionListDto> {
    const regions = await regionTree(this.dataSource.manager, query.parent);
    const items = regions.map(({ code, name, level, parent }) => ({ code, name, level, parent }));
    return { items, next: null };
  }
}
