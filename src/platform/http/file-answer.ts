import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';

/** Documents that an operation answers with a file, of one of these media types. */
export const ApiFile = (...types: readonly string[]) =>
  ApiOkResponse({
    content: Object.fromEntries(
      types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  });

export interface FileAnswer {
  name: string;
  /** Media type, as it was found out and not as its sender says. */
  type: string;
  /** Bytes, where it is known and the content is a stream. */
  size?: number | null;
  /** Shown in the browser, for what we have written ourselves; what others sent is saved. */
  inline?: boolean;
}

/** RFC 8187: of what `encodeURIComponent` leaves, some stands for something in a header. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The one way out for files (RFC 6266). */
export function fileAnswer(content: Buffer | Readable, answer: FileAnswer): StreamableFile {
  const { name, type, size, inline = false } = answer;
  const disposition = `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(name)}`;
  return Buffer.isBuffer(content)
    ? new StreamableFile(content, { type, disposition, length: content.length })
    : new StreamableFile(content, { type, disposition, length: size ?? undefined });
}
