/** What sharing knows of the person or firm whose number was just filled in. */
import { useEffect, useMemo, useRef, useState } from 'react';
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

/** Empty fields of these names, with what is known. */
function filledIn(form: FormData, known: FormData, names: readonly string[]): FormData {
  const filled = names.filter((name) => known[name] !== undefined && (form[name] ?? '') === '');
  return filled.length === 0
    ? form
    : { ...form, ...Object.fromEntries(filled.map((name) => [name, known[name]!])) };
}

/** Tells of fields that were hidden and are asked for now. */
function useAppearing(
  hidden: ReadonlySet<string>,
  appeared: (names: readonly string[]) => void,
): void {
  const before = useRef(hidden);
  const tell = useRef(appeared);
  useEffect(() => {
    tell.current = appeared;
  });
  const names = [...hidden].sort().join(' ');
  useEffect(() => {
    const now = new Set(names.split(' '));
    const shown = [...before.current].filter((name) => !now.has(name));
    before.current = now;
    if (shown.length > 0) tell.current(shown);
  }, [names]);
}

interface Known {
  prefill: FormData;
  sources: Record<string, string>;
}

/** Answers that stand there as a register has them, with its name. */
function sourcesOf(form: FormData, { prefill, sources }: Known): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sources).filter(
      ([name]) => (form[name] ?? null) === (prefill[name] ?? undefined),
    ),
  );
}

/**
 * Asks once for each number. Sharing is a convenience: while it is away one writes by oneself.
 * @returns which answers are a register's, and whose
 */
export function usePrefill(
  draft: Draft,
  form: FormData,
  hidden: ReadonlySet<string>,
  change: (update: (now: FormData) => FormData) => void,
): Record<string, string> {
  const asked = `${numberOf(form, 'idNumber')} ${numberOf(form, 'creditCode')}`;
  const last = useRef(asked);
  const [all, setAll] = useState<Known>({ prefill: {}, sources: {} });
  /** What is known of them, also for fields that are not asked for yet. */
  const before = useRef<FormData>({});
  const { id } = draft;
  useAppearing(hidden, (names) => change((now) => filledIn(now, before.current, names)));
  // A draft that is opened again knows what it was begun with: whose it is, and what comes up later.
  useEffect(() => {
    const [idNumber, creditCode] = last.current.split(' ');
    const numbers = { ...(idNumber && { idNumber }), ...(creditCode && { creditCode }) };
    api
      .draftSituation(id, numbers, {})
      .then(({ prefill, sources }) => {
        before.current = { ...prefill, ...before.current };
        setAll((later) => ({
          prefill: { ...prefill, ...later.prefill },
          sources: { ...sources, ...later.sources },
        }));
      })
      .catch(() => undefined);
  }, [id]);
  useEffect(() => {
    if (asked === last.current) return;
    last.current = asked;
    const [idNumber, creditCode] = asked.split(' ');
    if (!idNumber && !creditCode) return;
    const numbers = { ...(idNumber && { idNumber }), ...(creditCode && { creditCode }) };
    api
      .draftSituation(id, numbers, {})
      .then(({ prefill, sources }) => {
        if (last.current !== asked) return;
        setAll({ prefill, sources });
        const { idNumber: _id, creditCode: _code, ...known } = prefill;
        const earlier = before.current;
        before.current = known;
        change((now) => merged(now, earlier, known));
      })
      .catch(() => undefined);
  }, [asked, id, change]);
  return useMemo(() => sourcesOf(form, all), [form, all]);
}
