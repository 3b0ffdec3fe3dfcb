import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { badRequest } from '../errors.js';

export const SIGNED_BY_MACHINE = 'onestop:signed-by-machine';

/** Marks an operation that another system calls: its signature is checked in place of a session. */
export const SignedByMachine = () => SetMetadata(SIGNED_BY_MACHINE, true);

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The `Idempotency-Key` header: the command's id. @throws DomainError `idempotency-key-missing` */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<Request>();
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && UUID.test(key)) return key.toLowerCase();
  throw badRequest(
    'idempotency-key-missing',
    '请求头 Idempotency-Key 应为一个 UUID；同一次操作重试时请使用同一个。',
  );
});

/** Documents that an operation takes an `Idempotency-Key`. */
export const ApiKeyed = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'UUID；同一次操作重试时用同一个',
    schema: { type: 'string', format: 'uuid' },
  });
