/** Upload with progress: `fetch` cannot tell how much of a body has gone out. */
import { ApiError, problemOf } from './client.js';
import type { StoredFile } from './model.js';

export const LARGEST_FILE = 20 * 1024 * 1024;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param onProgress share sent, 0–1. @throws ApiError */
export function uploadFile(file: File, onProgress: (share: number) => void): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.setRequestHeader('x-requested-with', 'onestop');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => reject(new ApiError(0, 'network', ''));
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300) resolve(answer as StoredFile);
      else reject(problemOf(request.status, answer));
    };
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}

/** Address a stored file opens at. */
export const fileAddress = (id: string): string => `/api/files/${encodeURIComponent(id)}`;
