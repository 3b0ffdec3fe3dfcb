/** A draft that is kept by itself, in its editor (`draft-keeper.ts`). */
import { useEffect, useReducer, useState } from 'react';
import { isRefusal } from '../../api/client.js';
import { useSession } from '../session.js';
import { DraftKeeper, type Unsent } from './draft-keeper.js';
import type { MadeFrom } from './made-from.js';

interface Begun<Content> {
  /** Kind and key of the definition. */
  kind: string;
  id: string;
  content: Content;
  /** What there was when it was begun. */
  madeFrom: MadeFrom;
  /** It was handed over (new, or from a file): nothing of it is kept yet. */
  handed: boolean;
  quiet: number;
}

/** What somebody else drew at the same machine is theirs. */
const placeOf = (person: string, kind: string, id: string) =>
  `onestop.draft.${kind}.${person}.${id}`;

function unsentAt<Content>(place: string): Unsent<Content> | null {
  try {
    const found = JSON.parse(
      window.localStorage.getItem(place) ?? 'null',
    ) as Unsent<Content> | null;
    return found?.content ? found : null;
  } catch {
    // What nobody can read is not shown.
    return null;
  }
}

/** Full: then the server's copy is all there is. */
function keepAt(place: string, unsent: object): void {
  try {
    window.localStorage.setItem(place, JSON.stringify(unsent));
  } catch {
    window.localStorage.removeItem(place);
  }
}

/** What this person drew on this machine and the server never had, when the page is opened; null = nothing. */
export function useUnsent<Content>(kind: string, id: string): Content | null {
  const person = useSession().session?.person.id ?? '';
  const [unsent] = useState(() => unsentAt<Content>(placeOf(person, kind, id)));
  return unsent?.content ?? null;
}

/** @param send keeps the content on the server; the newest that was given is taken */
export function useDraftKeeper<Content, Saved extends { revision: string | null }>(
  { kind, id, content, madeFrom, handed, quiet }: Begun<Content>,
  send: (content: Content, madeFrom: MadeFrom) => Promise<Saved>,
) {
  const person = useSession().session?.person.id ?? '';
  const [, changed] = useReducer((times: number) => times + 1, 0);
  const [kept] = useState(() => {
    const place = placeOf(person, kind, id);
    const unsent = unsentAt<Content>(place);
    const restored = !handed && unsent !== null;
    const keeper = new DraftKeeper<Content, Saved>({
      begun: restored ? unsent.content : content,
      madeFrom: restored ? unsent.madeFrom : madeFrom,
      unkept: restored || handed,
      place: {
        keep: (one) => keepAt(place, one),
        forget: () => window.localStorage.removeItem(place),
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
