import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { badRequest } from '../errors.js';

export const SIGNED_BY_MACHINE = 'onestop:signed-by-machine';

/** Marks an operation that another system calls: its signature is checked in place of a session. */
export const SignedByMachine = () => SetMetadata(SIGNED_BY_MACHINE, true);

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The `Idempotency-Key` header. @throws DomainError `idempotency-key-missing` */
export function keyOf({ headers }: Request): string {
  const key = headers['idempotency-key'];
  if (typeof key === 'string' && UUID.test(key)) return key.toLowerCase();
  throw badRequest(
    'idempotency-key-missing',
    '请求头 Idempotency-Key 应为一个 UUID；同一次操作重试时请使用同一个。',
  );
}

const Key = createParamDecorator((_: unknown, context: ExecutionContext) =>
  keyOf(context.switchToHttp().getRequest<Request>()),
);
const KEYED = new WeakSet<object>();

/** The `Idempotency-Key` header: the command's id. An operation that takes it has its first answer kept. */
export const IdempotencyKey = (): ParameterDecorator => (prototype, name, index) => {
  Key()(prototype, name, index);
  KEYED.add((prototype as Record<string | symbol, object>)[name!]!);
};

/** Whether an operation, as its controller has it, takes an `Idempotency-Key`. */
export const takesKey = (operation: object): boolean => KEYED.has(operation);

/** Documents that an operation takes an `Idempotency-Key`. */
export const ApiKeyed = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'UUID；同一次操作重试时用同一个',
    schema: { type: 'string', format: 'uuid' },
  });
