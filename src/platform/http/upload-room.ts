/** What is large on its way in is held in memory: so much of it, and no more, of one caller and of all. */
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request } from 'express';
import { finalize, type Observable } from 'rxjs';
import { DomainError, unavailable } from '../errors.js';
import { caller } from '../observability/trace.js';
import { network } from './network.js';

const MEGABYTE = 1024 * 1024;

/** Memory of a process for one kind of uploads, shared by those who send them. */
export class UploadRoom {
  private held = 0;
  private readonly byCaller = new Map<string, number>();

  /** @param room of all together, bytes; one caller has at most a third of it */
  constructor(readonly room: number) {}

  /**
   * Takes so many bytes for a caller.
   * @returns what gives them back, once
   * @throws DomainError 503 `uploads-busy`, 429 `too-many-uploads` where one caller holds too much
   */
  enter(who: string, size: number): () => void {
    const own = this.byCaller.get(who) ?? 0;
    if (own > 0 && own + size > this.room / 3)
      throw new DomainError(
        429,
        'too-many-uploads',
        '您有文件正在上传，请等它们传完，再传下一个。',
      );
    if (this.held + size > this.room)
      throw unavailable('uploads-busy', '正在上传的文件太多，请稍候片刻再试一次。');
    this.change(who, size);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.change(who, -size);
    };
  }

  private change(who: string, size: number): void {
    this.held += size;
    const own = (this.byCaller.get(who) ?? 0) + size;
    if (own > 0) this.byCaller.set(who, own);
    else this.byCaller.delete(who);
  }
}

/** Of files that people hand in, who is signed in. */
export const FILES_ROOM = new UploadRoom(168 * MEGABYTE);
/** Of files that anybody compares: what comes without a session takes no room from those who have one. */
export const PUBLIC_ROOM = new UploadRoom(63 * MEGABYTE);

/**
 * Takes a room's place for a request until it is answered. How large it is it says itself, and the reader
 * of bodies holds it to that; one that does not say counts as the largest.
 * @param largest of one request, bytes
 * @returns what gives the place back
 * @throws DomainError as `UploadRoom.enter`
 */
export function enterRoom(room: UploadRoom, request: Request, largest: number): () => void {
  const said = Number(request.headers['content-length'] ?? largest);
  const size = said >= 0 ? Math.min(said, largest) : largest;
  return room.enter(caller()?.person ?? network(request.ip), size);
}

/** A request takes its place in a room before its body is read. */
@Injectable()
export class TakesRoom implements NestInterceptor {
  /** @param largest of one request, bytes */
  constructor(
    private readonly room: UploadRoom,
    private readonly largest: number,
  ) {}

  /** @throws DomainError as `UploadRoom.enter` */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const leave = enterRoom(this.room, request, this.largest);
    return next.handle().pipe(finalize(leave));
  }
}
