/** Keyboard commands of the workbench; they are silent while someone types, and behind an open dialog. */
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent as FormKey } from 'react';

export interface Keys {
  [key: string]: (() => void) | ((digit: number) => void) | undefined;
  digit?: (digit: number) => void;
  /** Ctrl+Enter or ⌘+Enter, also while typing. */
  submit?: () => void;
}

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog]') !== null;

const isSubmit = ({ key, ctrlKey, metaKey }: KeyboardEvent | FormKey): boolean =>
  key === 'Enter' && (ctrlKey || metaKey);

/** For a dialog's form: Ctrl+Enter hands it in. */
export const submitting = (submit: () => void) => (event: FormKey) => {
  if (isSubmit(event)) submit();
};

function commandOf(event: KeyboardEvent): string | null {
  if (inDialog(event.target)) return null;
  if (isSubmit(event)) return 'submit';
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return null;
  return event.key;
}

export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  // Before the page is painted: a key acts on the task that stands there.
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = commandOf(event);
      if (!key) return;
      if (/^[1-9]$/.test(key)) {
        latest.current.digit?.(Number(key));
        return;
      }
      const command = latest.current[key] as (() => void) | undefined;
      if (!command || key === 'digit') return;
      event.preventDefault();
      command();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
