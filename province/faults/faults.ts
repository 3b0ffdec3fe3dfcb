/**
 * Faults that an operator or a test switches on, to see how the platform bears them.
 *
 * delay: answers `ms` later; error: 503; timeout: never answers; refused: 422, for good;
 * lost-answer: does the work, then cuts the line; lost-notice / double-notice: of what is sent out;
 * returned-notice: what is sent out comes back, as a text message to a number that is no more;
 * late-receipt / wrong-receipt / refused-receipt: the archive does not say yet what it found, speaks of
 * another package, keeps none of it.
 */
export const FAULT_MODES = [
  'delay',
  'error',
  'timeout',
  'refused',
  'lost-answer',
  'lost-notice',
  'double-notice',
  'returned-notice',
  'late-receipt',
  'wrong-receipt',
  'refused-receipt',
] as const;
export type FaultMode = (typeof FAULT_MODES)[number];

export interface Fault {
  /** Prefix of the paths it strikes, such as `/licenses`; `/` strikes all but /faults and /health. */
  match: string;
  mode: FaultMode;
  /** Length of a delay in ms. */
  ms?: number;
  /** How often it strikes yet; unset = until it is taken away. */
  times?: number;
}

const NOTICE_MODES: readonly FaultMode[] = ['lost-notice', 'double-notice', 'returned-notice'];
const RECEIPT_MODES: readonly FaultMode[] = ['late-receipt', 'wrong-receipt', 'refused-receipt'];

export class Faults {
  private list: Fault[] = [];

  all(): Fault[] {
    return this.list;
  }

  /** Takes the place of an earlier fault with the same match and mode. */
  set(fault: Fault) {
    this.clear(fault.match, fault.mode);
    this.list.push(fault);
  }

  /** Without arguments everything works again. */
  clear(match?: string, mode?: FaultMode) {
    this.list = this.list.filter(
      (each) =>
        (match !== undefined && each.match !== match) || (mode !== undefined && each.mode !== mode),
    );
  }

  /** The fault that strikes this request, counted; undefined = works. */
  onRequest(path: string): Fault | undefined {
    return this.strike(path, (mode) => ![...NOTICE_MODES, ...RECEIPT_MODES].includes(mode));
  }

  /** The fault that strikes a notice of the system at `path`. */
  onNotice(path: string): Fault | undefined {
    return this.strike(path, (mode) => NOTICE_MODES.includes(mode));
  }

  /** The fault that strikes what the system at `path` says of what it took. */
  onReceipt(path: string): FaultMode | undefined {
    return this.strike(path, (mode) => RECEIPT_MODES.includes(mode))?.mode;
  }

  private strike(path: string, concerns: (mode: FaultMode) => boolean): Fault | undefined {
    const fault = this.list.find((each) => path.startsWith(each.match) && concerns(each.mode));
    if (fault?.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) this.list = this.list.filter((each) => each !== fault);
    }
    return fault;
  }
}
