/** Upload with progress: `fetch` cannot tell how much of a body has gone out. */
import { ApiError } from './client.js';
import type { StoredFile } from './model.js';

export const LARGEST_FILE = 20 * 1024 * 1024;

/** @param onProgress share sent, 0–1. @throws ApiError */
export function uploadFile(file: File, onProgress: (share: number) => void): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.setRequestHeader('x-requested-with', 'onestop');
    request.responseType = 'text';
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => reject(new ApiError(0, 'network', ''));
    request.onload = () => {
      const answer = JSON.parse(request.responseText || '{}') as Record<string, unknown>;
      if (request.status < 300) resolve(answer as unknown as StoredFile);
      else {
        const { detail, title, code, ...details } = answer;
        const message = String(detail ?? title ?? request.statusText);
        reject(new ApiError(request.status, String(code ?? 'unknown'), message, details));
      }
    };
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}

/** Address a stored file opens at. */
export const fileAddress = (id: string): string => `/api/files/${encodeURIComponent(id)}`;
