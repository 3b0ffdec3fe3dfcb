import { Controller, Get, Res } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../../people/index.js';
import { Health } from './health.js';
import { Shown } from '../../platform/http/index.js';

class PartsDto {
  @Shown.flag()
  database: boolean;

  @Shown.flag()
  temporal: boolean;

  @Shown.flag()
  worker: boolean;

  @Shown.flag()
  province: boolean;
}

class HealthDto {
  @Shown.oneOf(['up', 'down'])
  status: 'up' | 'down';

  @Shown.one(PartsDto)
  parts: PartsDto;

  @Shown.whole({
    nullable: true,
    description: '演示：一天按多少毫秒计；空为真实的一天',
    example: 2000,
  })
  demoDay: number | null;
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '各部分是否都在运行', operationId: 'readHealth' })
  @ApiOkResponse({ type: HealthDto })
  @ApiServiceUnavailableResponse({ type: HealthDto })
  async read(@Res({ passthrough: true }) response: Response): Promise<HealthDto> {
    const parts = await this.health.parts();
    const up = Object.values(parts).every(Boolean);
    response.status(up ? 200 : 503);
    return { status: up ? 'up' : 'down', parts, demoDay: this.health.demoDay() };
  }
}
