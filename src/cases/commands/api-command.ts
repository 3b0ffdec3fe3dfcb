import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { ApiKeyed, ApiProblems } from '../../platform/http/index.js';
import { CaseAnswerDto, CommandDto } from './command.dto.js';

const DONE = 'onestop:answered-by-command';
const CREATED = 201;
const OK = 200;

/** The status with which an operation tells that its command is done; undefined = it sends none. */
export const answeredByCommand = (operation: object): number | undefined =>
  Reflect.getMetadata(DONE, operation) as number | undefined;

/** Documents an operation that sends a command to a case. */
export function ApiCommand(created = false) {
  const done = { type: CaseAnswerDto, description: '已办理' };
  return applyDecorators(
    SetMetadata(DONE, created ? CREATED : OK),
    ApiKeyed(),
    created ? ApiCreatedResponse(done) : ApiOkResponse(done),
    ApiAcceptedResponse({
      type: CommandDto,
      description: '已提交，正在处理；到 Location 所指的地址查询结果',
    }),
    ApiProblems(400, 403, 404, 409, 422, 503),
  );
}
