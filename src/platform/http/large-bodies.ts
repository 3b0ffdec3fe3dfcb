/**
 * JSON that is larger than a form, as a drawn process of some thousand tasks is: read only after the
 * guards have let its sender pass, so that nobody without a session makes a process hold it.
 */
import { promisify } from 'node:util';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { finalize, type Observable } from 'rxjs';
import { jsonBody, MEGABYTE } from './body.js';
import { isBelow } from './for-api.js';
import { enterRoom, FILES_ROOM, PUBLIC_ROOM, UploadRoom } from './upload-room.js';

/** MB of one body. */
const LARGEST = 16;

/** Below which addresses: diagrams and decision tables. */
export const LARGE_BODIES = ['/api/processes', '/api/decisions'];

const ROOM = new UploadRoom(3 * LARGEST * MEGABYTE);
/** All memory that what comes in may take of a process. */
export const ROOMS = [FILES_ROOM, PUBLIC_ROOM, ROOM];
const read = promisify(jsonBody(LARGEST));

/** Reads what `jsonBody` left for it. */
@Injectable()
export class ReadsLargeBodies implements NestInterceptor {
  /** @throws DomainError as `jsonBody` and `UploadRoom.enter` */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    if (!isBelow(request, LARGE_BODIES) || !hasBody(request)) return next.handle();
    const leave = enterRoom(ROOM, request, LARGEST * MEGABYTE);
    try {
      await read(request, http.getResponse<Response>());
    } catch (error) {
      leave();
      throw error;
    }
    return next.handle().pipe(finalize(leave));
  }
}

/** RFC 9112, 6: a request has a body where one of these headers says so. */
const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0;
