/** Whether something drawn is not saved yet, and the browser's copy of it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../session.js';
import { findUnsaved, forgetUnsaved, keepUnsaved, type Unsaved } from './unsaved.js';

/** After the last change, ms: as soon as somebody stops for a breath. */
const QUIET_MS = 300;

/** @param now what is drawn at this moment; asked a moment after a change, and on leaving */
export function useUnsaved(
  kind: string,
  key: string,
  now: () => Promise<Pick<Unsaved, 'xml' | 'name' | 'madeFrom'>>,
) {
  const person = useSession().session?.person.id ?? '';
  const whose = useMemo(() => ({ person, kind, key }), [person, kind, key]);
  const [dirty, setDirty] = useState(false);
  /** Whether the browser has all that is drawn. */
  const [kept, setKept] = useState(false);
  const count = useRef(0);
  const timer = useRef<number | undefined>(undefined);
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });

  const keep = useCallback(async () => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    const drawn = await latest.current();
    if (!drawn.xml) return;
    await keepUnsaved(whose, { ...drawn, at: Date.now() });
    setKept(true);
  }, [whose]);

  /** To be called at each change. */
  const changed = useCallback(() => {
    count.current += 1;
    setDirty(true);
    setKept(false);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void keep().catch(() => undefined), QUIET_MS);
  }, [keep]);

  /** Nothing is unsaved any more, unless something was changed since `changes`. */
  const settle = useCallback(
    async (changes = count.current) => {
      if (changes !== count.current) return;
      window.clearTimeout(timer.current);
      timer.current = undefined;
      setDirty(false);
      await forgetUnsaved(whose);
    },
    [whose],
  );

  /** What was changed just now is kept before the editor goes. */
  const leave = useCallback(async () => {
    if (timer.current !== undefined) await keep();
  }, [keep]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (timer.current === undefined) return;
      void keep();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [keep]);

  const find = useCallback(() => findUnsaved(whose), [whose]);
  const changes = useCallback(() => count.current, []);
  return { dirty, kept, setDirty, changed, changes, settle, leave, find };
}
