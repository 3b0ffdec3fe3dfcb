import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { firstValueFrom, of, Subject, throwError } from 'rxjs';
import { TakesRoom, UploadRoom } from './upload-room.js';

const takes = new TakesRoom(new UploadRoom(100), 60);
const enter = (ip: string, length: string | undefined, handle: CallHandler['handle']) =>
  takes.intercept(
    {
      switchToHttp: () => ({ getRequest: () => ({ ip, headers: { 'content-length': length } }) }),
    } as unknown as ExecutionContext,
    { handle },
  );

it('takes uploads while there is room, and gives it back however they end', async () => {
  const underWay = new Subject();
  const first = firstValueFrom(enter('10.0.0.1', '50', () => underWay));
  // What does not say its size counts as the largest.
  expect(() => enter('10.0.0.2', undefined, () => of(1))).toThrow(
    expect.objectContaining({ status: 503, code: 'uploads-busy' }),
  );
  expect(() => enter('10.0.0.2', '-1', () => of(1))).toThrow();
  await firstValueFrom(enter('10.0.0.2', '50', () => of(1)));
  const broken = enter('10.0.0.2', '50', () => throwError(() => new Error('broken')));
  await firstValueFrom(broken).catch(() => 0);
  await firstValueFrom(enter('10.0.0.2', '50', () => of(1)));
  underWay.next(1);
  await first;
  underWay.complete();
  await firstValueFrom(enter('10.0.0.2', '9999', () => of(1)));
});

it('leaves room for others, however much one caller sends and however slowly', async () => {
  const slow = Array.from({ length: 2 }, () => new Subject());
  const held = slow.map((body) => firstValueFrom(enter('10.0.0.1', '16', () => body)));
  expect(() => enter('10.0.0.1', '16', () => of(1))).toThrow(
    expect.objectContaining({ status: 429, code: 'too-many-uploads' }),
  );
  await firstValueFrom(enter('10.0.0.2', '60', () => of(1)));
  for (const body of slow) {
    body.next(1);
    body.complete();
  }
  await Promise.all(held);
  await firstValueFrom(enter('10.0.0.1', '16', () => of(1)));
});
