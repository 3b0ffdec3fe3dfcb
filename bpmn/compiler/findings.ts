/** What the compiler and the lint rules say about a diagram. */

/** One thing found in a diagram. An error keeps it from being published, a warning does not. */
export interface Finding {
  severity: 'error' | 'warning';
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

  error(rule: string, element: string | undefined, message: string): void {
    this.add('error', rule, element, message);
  }

  warning(rule: string, element: string | undefined, message: string): void {
    this.add('warning', rule, element, message);
  }

  private add(
    severity: Finding['severity'],
    rule: string,
    element: string | undefined,
    message: string,
  ): void {
    this.all.push(
      element === undefined ? { severity, rule, message } : { severity, rule, element, message },
    );
  }
}

/** Whether any finding keeps the diagram from running. */
export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'error');
