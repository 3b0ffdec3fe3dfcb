/** What sharing knows of the person or firm whose number was just filled in. */
import { useEffect, useRef } from 'react';
import { api } from '../api/endpoints.js';
import type { Draft, FormData } from '../api/model.js';

/** Identity number and unified social credit code are of the same length. */
const WHOLE = 18;
const numberOf = (form: FormData, name: string) => {
  const value = form[name];
  return typeof value === 'string' && value.length === WHOLE ? value : '';
};

/** Fills in what is empty or was filled in for the number before; what the person wrote stays. */
function merged(form: FormData, before: FormData, known: FormData): FormData {
  const filled = Object.entries(known).filter(
    ([name]) => form[name] === undefined || form[name] === '' || form[name] === before[name],
  );
  return { ...form, ...Object.fromEntries(filled) };
}

/** Asks once for each number. Sharing is a convenience: while it is away one writes by oneself. */
export function usePrefill(
  draft: Draft,
  form: FormData,
  change: (update: (now: FormData) => FormData) => void,
): void {
  const asked = `${numberOf(form, 'idNumber')} ${numberOf(form, 'creditCode')}`;
  const last = useRef(asked);
  const before = useRef<FormData>({});
  const { id } = draft;
  useEffect(() => {
    if (asked === last.current) return;
    last.current = asked;
    const [idNumber, creditCode] = asked.split(' ');
    if (!idNumber && !creditCode) return;
    const numbers = { ...(idNumber && { idNumber }), ...(creditCode && { creditCode }) };
    api
      .draftSituation(id, numbers, {})
      .then(({ prefill }) => {
        if (last.current !== asked) return;
        const { idNumber: _id, creditCode: _code, ...known } = prefill;
        const earlier = before.current;
        before.current = known;
        change((now) => merged(now, earlier, known));
      })
      .catch(() => undefined);
  }, [asked, id, change]);
}
