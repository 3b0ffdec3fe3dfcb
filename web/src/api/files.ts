/** Upload with progress: `fetch` cannot tell how much of a body has gone out. */
import { ApiError, problemOf } from './client.js';
import type { BringingOverRun, Comparison, StoredFile } from './model.js';

export const LARGEST_FILE = 20 * 1024 * 1024;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param onProgress share sent, 0–1. @throws ApiError */
export const uploadFile = (file: File, onProgress: (share: number) => void): Promise<StoredFile> =>
  send<StoredFile>('/api/files', file, onProgress);

/** Whether the file is the very one that was sealed. @throws ApiError */
export const compareDocument = (code: string, file: File): Promise<Comparison> =>
  send<Comparison>(`/api/verification/${encodeURIComponent(code)}/comparison`, file);

/** A paper of an older system, by the name its table calls it. @throws ApiError */
export const keepOlderFile = (source: string, file: File): Promise<StoredFile> =>
  send<StoredFile>(`/api/bringing-overs/files?sourceSystem=${encodeURIComponent(source)}`, file);

/** A table of older cases, looked at only. @throws ApiError */
export const checkOlderCases = (
  source: string,
  file: File,
  key: string,
): Promise<BringingOverRun> =>
  send<BringingOverRun>(
    `/api/bringing-overs?sourceSystem=${encodeURIComponent(source)}`,
    file,
    undefined,
    { 'idempotency-key': key },
  );

function send<T>(
  address: string,
  file: File,
  onProgress: (share: number) => void = () => undefined,
  headers: Record<string, string> = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('x-requested-with', 'onestop');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => reject(new ApiError(0, 'network', ''));
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300) resolve(answer as T);
      else reject(problemOf(request.status, answer));
    };
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}

/** Where a PDF or a picture is shown within a page. */
export const viewAddress = (id: string): string => `${fileAddress(id)}?view=true`;

/** Address a stored file opens at. */
export const fileAddress = (id: string): string => `/api/files/${encodeURIComponent(id)}`;
