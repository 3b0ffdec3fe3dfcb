/** Files on their way in are held in memory: so much of it, and no more, is theirs. */
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request } from 'express';
import { finalize, type Observable } from 'rxjs';
import { unavailable } from '../errors.js';

/** Of all uploads of a process together, bytes. */
export const UPLOAD_ROOM = 256 * 1024 * 1024;

let held = 0;

/**
 * Takes an upload while there is room for it, until it is answered. How large it is it says itself, and the
 * reader of bodies holds it to that; one that does not say counts as the largest.
 */
@Injectable()
export class UploadRoom implements NestInterceptor {
  /** @param largest of one request, bytes @param room for tests */
  constructor(
    private readonly largest: number,
    private readonly room = UPLOAD_ROOM,
  ) {}

  /** @throws DomainError 503 `uploads-busy` */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const said = Number(request.headers['content-length'] ?? this.largest);
    const size = said >= 0 ? Math.min(said, this.largest) : this.largest;
    if (held + size > this.room)
      throw unavailable('uploads-busy', '正在上传的文件太多，请稍候片刻再试一次。');
    held += size;
    return next.handle().pipe(finalize(() => (held -= size)));
  }
}
