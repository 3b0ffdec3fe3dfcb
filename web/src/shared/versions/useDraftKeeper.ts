/** A draft that is kept by itself, in its editor (`draft-keeper.ts`). */
import { useEffect, useReducer, useState } from 'react';
import { isRefusal } from '../../api/client.js';
import { useSession } from '../session.js';
import { DraftKeeper, type Unsent } from './draft-keeper.js';
import type { MadeFrom } from './made-from.js';
import { forgetUnsaved, keepUnsaved } from './unsaved.js';

interface Begun<Content> {
  /** Kind and key of the definition. */
  kind: string;
  id: string;
  content: Content;
  /** What there was when it was begun. */
  madeFrom: MadeFrom;
  /** It was handed over (new, or from a file): nothing of it is kept yet. */
  handed: boolean;
  /** What this machine has of it that the server never had (`useUnsent`); null = nothing. */
  unsent: Unsent<Content> | null;
  quiet: number;
}

/** @param send keeps the content on the server; the newest that was given is taken */
export function useDraftKeeper<Content, Saved extends { revision: string | null }>(
  { kind, id, content, madeFrom, handed, unsent, quiet }: Begun<Content>,
  send: (content: Content, madeFrom: MadeFrom) => Promise<Saved>,
) {
  const person = useSession().session?.person.id ?? '';
  const [, changed] = useReducer((times: number) => times + 1, 0);
  const [kept] = useState(() => {
    const whose = { person, kind, key: id };
    const restored = !handed && unsent !== null;
    const keeper = new DraftKeeper<Content, Saved>({
      begun: restored ? unsent.content : content,
      madeFrom: restored ? unsent.madeFrom : madeFrom,
      unkept: restored || handed,
      place: {
        // Where there is no room, the server's copy is all there is.
        keep: (one) => void keepUnsaved(whose, { ...one, at: Date.now() }).catch(() => undefined),
        forget: () => void forgetUnsaved(whose).catch(() => undefined),
      },
      ...{ send, isRefusal, quiet, changed },
    });
    // What was not sent before gives way to what was handed over, and can be taken back.
    return { keeper, restored, behind: handed ? (unsent?.content ?? null) : null };
  });
  const { keeper } = kept;
  useEffect(() => {
    keeper.begin();
    return () => keeper.leave();
  }, [keeper]);
  return kept;
}
