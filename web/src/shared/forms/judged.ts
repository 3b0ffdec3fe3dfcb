/** Which answers are judged already: each once its field was left, all once the form was handed in. */
import { useEffect, useRef, useState } from 'react';
import type { FormData, FormField } from '../../api/model.js';

/** Before the name of each field in its id. */
const ROOT = 'root_';

/**
 * @param judge looks at the form as it stands now, shows what is wrong where it `shows`, and says whether
 *   nothing is
 */
export function useJudged(schema: FormField, value: FormData, judge: () => boolean) {
  const left = useRef(new Set<string>());
  const all = useRef(false);
  /** It is being handed in, not only looked at again. */
  const handing = useRef(false);
  const [attempt, setAttempt] = useState(0);
  const told = useRef(0);
  const latest = useRef(judge);
  useEffect(() => {
    latest.current = judge;
  });
  useEffect(() => {
    if (all.current || left.current.size > 0) latest.current();
  }, [value]);
  return {
    /** How often it was handed in and refused: each time the page says so again. */
    attempt,
    /** @returns true once after each refusal; what comes and goes as it is typed moves nobody away from it */
    toTell: () => {
      const news = told.current !== attempt;
      told.current = attempt;
      return news;
    },
    /** @param property `.name`, `.name.0.part`; nothing is of the whole form */
    shows: (property: string | undefined) =>
      all.current || left.current.has(property?.split('.')[1] ?? ''),
    /** @param id of the control that was left */
    left: (id: string) => {
      const names = Object.keys(schema.properties ?? {}).filter((name) =>
        `${id}_`.startsWith(`${ROOT}${name}_`),
      );
      const name = names.toSorted((a, b) => b.length - a.length)[0];
      if (name === undefined) return;
      left.current.add(name);
      latest.current();
    },
    /** The whole form is looked at. @returns whether nothing is wrong */
    whole: () => {
      all.current = true;
      const right = latest.current();
      if (!right) setAttempt((times) => times + 1);
      return right;
    },
    handingIn: () => {
      all.current = true;
      handing.current = true;
    },
    refused: () => {
      if (handing.current) setAttempt((times) => times + 1);
      handing.current = false;
    },
  };
}
