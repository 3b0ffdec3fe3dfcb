import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiResponse } from '@nestjs/swagger';

export class ProblemItemDto {
  @ApiProperty({ required: false, description: '哪个字段、材料或流程元素' })
  field?: string;

  @ApiProperty({ description: '错在哪里、怎么改' })
  message: string;
}

/** RFC 9457. */
export class ProblemDto {
  @ApiProperty({ example: 'urn:onestop:problem:material-missing' })
  type: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer' })
  status: number;

  @ApiProperty({ description: '给程序看的代码，英文，稳定' })
  code: string;

  @ApiProperty({ description: '给人看的话：哪里不对、怎么办' })
  detail: string;

  @ApiProperty()
  instance: string;

  @ApiProperty({ required: false, description: '这次请求的编号，报障时请提供；同响应头 Trace-Id' })
  traceId?: string;

  @ApiProperty({ type: [ProblemItemDto], required: false })
  errors?: ProblemItemDto[];
}

/** Documents the problem documents an operation may answer with. */
export function ApiProblems(...statuses: number[]) {
  return applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } },
        },
      }),
    ),
  );
}
