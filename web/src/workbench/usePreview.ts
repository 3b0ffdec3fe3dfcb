/** Which material of a case is looked at: chosen, or one key further than the last. */
import { useState } from 'react';
import type { CaseDetail } from '../api/model.js';
import { useKeys } from './keys.js';

export type Material = CaseDetail['materials'][number] & { fileId: string };

/** Those with a file; what comes from a register or a licence has none. */
export const withFiles = (one: CaseDetail): Material[] =>
  one.materials.filter((material): material is Material => material.fileId !== null);

/** @param count of the materials that have a file */
export function usePreview(count: number) {
  const [at, setAt] = useState<number | null>(null);
  const move = (by: 1 | -1) => {
    if (count === 0) return;
    const from = at ?? (by === 1 ? -1 : 0);
    setAt((from + by + count) % count);
  };
  const close = () => setAt(null);
  useKeys({ ']': () => move(1), '[': () => move(-1), q: close });
  return { at: at !== null && at < count ? at : null, open: setAt, move, close };
}
