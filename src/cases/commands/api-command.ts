import { applyDecorators } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { ApiKeyed, ApiProblems } from '../../platform/http/index.js';
import { CaseAnswerDto, CommandDto } from './command.dto.js';

/** Documents an operation that sends a command to a case. */
export function ApiCommand(created = false) {
  const done = { type: CaseAnswerDto, description: '已办理' };
  return applyDecorators(
    ApiKeyed(),
    created ? ApiCreatedResponse(done) : ApiOkResponse(done),
    ApiAcceptedResponse({
      type: CommandDto,
      description: '已提交，正在处理；到 Location 所指的地址查询结果',
    }),
    ApiProblems(400, 403, 404, 409, 422, 503),
  );
}
