/** 长辈版: larger, and less at a time. Chosen once, kept on this machine, the same for all that is on the page. */
import { useSyncExternalStore } from 'react';

const STORED = 'onestop.text-size';
const ELDER = 'elder';
/** 12345, the hotline of every city's government (国办发〔2020〕53号). */
export const HELP_TELEPHONE = '12345';

const listeners = new Set<() => void>();
let elder = window.localStorage.getItem(STORED) === ELDER;

function apply(): void {
  document.documentElement.dataset.size = elder ? ELDER : 'normal';
}
apply();

export function changeElder(wanted: boolean): void {
  elder = wanted;
  window.localStorage.setItem(STORED, elder ? ELDER : 'normal');
  apply();
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Whether the page is in 长辈版. */
export const useElder = (): boolean => useSyncExternalStore(listen, () => elder);
