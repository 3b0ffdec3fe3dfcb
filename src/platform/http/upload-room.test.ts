import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { firstValueFrom, of, Subject, throwError } from 'rxjs';
import { UploadRoom } from './upload-room.js';

const room = new UploadRoom(60, 100);
const enter = (length: string | undefined, handle: CallHandler['handle']) =>
  room.intercept(
    {
      switchToHttp: () => ({ getRequest: () => ({ headers: { 'content-length': length } }) }),
    } as unknown as ExecutionContext,
    { handle },
  );

it('takes uploads while there is room, and gives it back however they end', async () => {
  const underWay = new Subject();
  const first = firstValueFrom(enter('50', () => underWay));
  // What does not say its size counts as the largest.
  expect(() => enter(undefined, () => of(1))).toThrow(
    expect.objectContaining({ status: 503, code: 'uploads-busy' }),
  );
  expect(() => enter('-1', () => of(1))).toThrow();
  await firstValueFrom(enter('50', () => of(1)));
  await firstValueFrom(enter('50', () => throwError(() => new Error('broken')))).catch(() => 0);
  await firstValueFrom(enter('50', () => of(1)));
  underWay.next(1);
  await first;
  underWay.complete();
  await firstValueFrom(enter('9999', () => of(1)));
});
