/** What one evaluation carries along: its budget, its instant, what went wrong, and who sees which names. */
import type { Budget } from '../budget.js';
import { MOST_WARNINGS } from '../limits.js';
import type { Scope } from './scope.js';

/** Where in the text of an expression something stands: characters from 0, the end not included. */
export interface Span {
  from: number;
  to: number;
}

/** Why a part of an expression became null. */
export interface Warning extends Span {
  /** Chinese, with the place. */
  message: string;
}

/** What all frames of one evaluation share. */
export interface Evaluating {
  readonly text: string;
  readonly budget: Budget;
  /** Instant of the event, ms since 1970. */
  readonly now: number;
  readonly warnings: Warning[];
  /** Whether a value is of a type that the caller knows by name; undefined for one it does not know. */
  readonly isOfType?: ((value: unknown, name: string) => boolean | undefined) | undefined;
}

export class Frame {
  constructor(
    readonly shared: Evaluating,
    readonly scope: Scope,
    /** The part that is evaluated; built-in functions warn of it. */
    public at: Span = { from: 0, to: shared.text.length },
  ) {}

  get budget(): Budget {
    return this.shared.budget;
  }

  /** The same evaluation where other names are seen. */
  within(scope: Scope): Frame {
    return new Frame(this.shared, scope, this.at);
  }

  /** Of this one budget and warnings, of the other the text that warnings point into. */
  outOf({ shared: { text, isOfType } }: Frame): Frame {
    if (text === this.shared.text) return this;
    return new Frame({ ...this.shared, text, isOfType }, this.scope, { from: 0, to: text.length });
  }

  /** Null, and says why. */
  none(reason: string, { from, to } = this.at): null {
    const { warnings, text } = this.shared;
    if (warnings.length < MOST_WARNINGS) {
      const part = text.slice(from, to).replace(/\s+/g, ' ');
      const shown = part.length > 60 ? `${part.slice(0, 60)}…` : part;
      warnings.push({ message: `第 ${from + 1} 个字符处“${shown}”：${reason}`, from, to });
    }
    return null;
  }
}
