/** Sends what is drawn to the platform as soon as drawing rests, and again what could not be sent. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { isRefusal } from '../../api/client.js';

/** Longer than the browser's own copy waits: each of these is checked and kept by the platform. */
const QUIET_MS = 3000;
/** The platform was away. */
const AGAIN_MS = 15_000;

/** @param save keeps what is drawn by then. @throws what the server answers */
export function useAutosave(save: () => Promise<unknown>) {
  const timer = useRef<number | undefined>(undefined);
  const latest = useRef(save);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    latest.current = save;
  });

  const stop = useCallback(() => window.clearTimeout(timer.current), []);
  const later = useCallback(() => {
    const send = async () => {
      try {
        await latest.current();
        setError(null);
      } catch (problem) {
        setError(problem);
        // What was refused is refused again until somebody has seen to it.
        if (!isRefusal(problem)) wait(AGAIN_MS);
      }
    };
    const wait = (ms: number) => {
      stop();
      timer.current = window.setTimeout(() => void send(), ms);
    };
    wait(QUIET_MS);
  }, [stop]);
  useEffect(() => stop, [stop]);
  const forgive = useCallback(() => setError(null), []);
  return { later, stop, error, forgive };
}
