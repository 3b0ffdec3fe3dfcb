/** What the compiler and the lint rules say about a diagram. */

/** What a finding is about, where it is more than the element. */
export interface Details {
  /** Name of the attribute or extension element, as the file writes it without a prefix. */
  attribute?: string;
  /** The text that stands there. */
  text?: string;
  /** Chinese: what to do; it also stands in the message. */
  advice?: string;
}

/**
 * One thing found in a diagram. An error keeps it from being published; a warning is to be looked
 * at; an info says what of a foreign file is done otherwise here, without anything to do.
 */
export interface Finding extends Details {
  severity: 'error' | 'warning' | 'info';
  /** English, kebab-case, stable. */
  rule: string;
  /** Id of the element it concerns; undefined = the whole file. */
  element?: string;
  /** Chinese, for people: what is wrong and what to do. */
  message: string;
}

/** Gathers findings while a diagram is read. */
export class Findings {
  readonly all: Finding[] = [];
  private readonly elements = new Set<string>();

  /** Whether something was said of an element. */
  concern(element: string): boolean {
    return this.elements.has(element);
  }

  error(rule: string, element: string | undefined, message: string, details?: Details): void {
    this.add('error', rule, element, message, details);
  }

  warning(rule: string, element: string | undefined, message: string, details?: Details): void {
    this.add('warning', rule, element, message, details);
  }

  info(rule: string, element: string | undefined, message: string, details?: Details): void {
    this.add('info', rule, element, message, details);
  }

  private add(
    severity: Finding['severity'],
    rule: string,
    element: string | undefined,
    message: string,
    details: Details = {},
  ): void {
    if (element !== undefined) this.elements.add(element);
    this.all.push({
      severity,
      rule,
      ...(element !== undefined && { element }),
      message,
      ...details,
    });
  }
}

/** Whether any finding keeps the diagram from running. */
export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'error');
