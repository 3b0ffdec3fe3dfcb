import { ApiOkResponse } from '@nestjs/swagger';

/** Documents that an operation answers with a file, of one of these media types. */
export const ApiFile = (...types: readonly string[]) =>
  ApiOkResponse({
    content: Object.fromEntries(
      types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  });
