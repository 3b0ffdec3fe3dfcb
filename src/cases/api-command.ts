import { applyDecorators } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import { ApiProblems } from '../platform/http/index.js';
import { CaseAnswerDto, CommandDto } from './command.dto.js';

/** Documents an operation that sends a command to a case. */
export function ApiCommand(created = false) {
  const done = { type: CaseAnswerDto, description: '已办理' };
  return applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'UUID；同一次操作重试时用同一个',
      schema: { type: 'string', format: 'uuid' },
    }),
    created ? ApiCreatedResponse(done) : ApiOkResponse(done),
    ApiAcceptedResponse({
      type: CommandDto,
      description: '已提交，正在处理；到 Location 所指的地址查询结果',
    }),
    ApiProblems(400, 403, 404, 409, 422, 503),
  );
}
