import { Controller, Get, Req, Res } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../people/index.js';
import { Health } from './health.js';
import { isLoopback, Shown } from '../../platform/http/index.js';

class PartsDto {
  @Shown.flag()
  database: boolean;

  @Shown.flag()
  temporal: boolean;

  @Shown.flag()
  worker: boolean;

  @Shown.flag({ description: '计算流程图与决策的线程' })
  compute: boolean;

  @Shown.flag({ description: '数据库与流程引擎的数据是同一时间的；不是则暂停受理' })
  stores: boolean;

  @Shown.flag({ description: '省平台；它不在时本平台仍在运行' })
  province: boolean;
}

class HealthDto {
  @Shown.oneOf(['up', 'down'], { description: 'down：本平台自己的某一部分没有运行' })
  status: 'up' | 'down';

  @Shown.one(PartsDto)
  parts: PartsDto;

  @Shown.flag({ description: '要由运行维护人员处理' })
  needsOperator: boolean;

  @Shown.text({ nullable: true, description: '要由人处理的原因，只告诉本机；空为没有' })
  fault: string | null;

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
  async read(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HealthDto> {
    const parts = await this.health.parts();
    const { province: _, ...own } = parts;
    const up = Object.values(own).every(Boolean);
    response.status(up ? 200 : 503);
    const fault = this.health.fault();
    return {
      status: up ? 'up' : 'down',
      parts,
      needsOperator: fault !== null,
      // It names what stands behind the platform: whoever starts it here reads it, nobody from outside.
      fault: isLoopback(request.ip) ? fault : null,
      demoDay: this.health.demoDay(),
    };
  }
}
