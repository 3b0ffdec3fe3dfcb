/** What is written in answer to something that was asked, kept on this machine until it is sent. */
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../session.js';
import { forgetUnsaved, keepUnsaved } from './unsaved.js';
import { useUnsent } from './useUnsent.js';

interface Kept<Content> {
  content: Content;
}

/**
 * @param key undefined while it is not known what is answered
 * @returns undefined until this machine has looked; its content null where nothing was kept
 */
export function useKeptBefore<Content>(
  kind: string,
  key: string | undefined,
): { content: Content | null } | undefined {
  const found = useUnsent<Content>(kind, key ?? '');
  return found === undefined || key === undefined ? undefined : { content: found?.content ?? null };
}

/** Keeps each change of the content; what it begins with is kept already, or nothing yet. */
export function useKept<Content>(kind: string, key: string, content: Content) {
  const person = useSession().session?.person.id ?? '';
  const text = JSON.stringify(content);
  const last = useRef(text);
  const [kept, setKept] = useState(false);
  const sent = useRef(false);
  useEffect(() => {
    if (text === last.current || sent.current) return;
    last.current = text;
    const value: Kept<Content> & { at: number } = {
      content: JSON.parse(text) as Content,
      at: Date.now(),
    };
    keepUnsaved({ person, kind, key }, value).then(
      () => setKept(true),
      () => setKept(false),
    );
  }, [person, kind, key, text]);
  return {
    kept,
    /** It is sent, or not wanted any more. */
    forget: async () => {
      sent.current = true;
      await forgetUnsaved({ person, kind, key }).catch(() => undefined);
    },
  };
}
