/** What the readers of a file's parts share. */
import { matchesAll, parseExpression, parseUnaryTests, splitTests } from '../../feel/index.js';
import { addedFunction } from '../../compiler/added-functions.js';
import type { Findings } from '../../compiler/findings.js';
import { child, text } from '../../compiler/moddle.js';
import type { DmnNode } from 'dmn-moddle';
import type { References } from './requirements.js';
import type { TypeNames } from './type-names.js';

/** Where something stands: whose id a finding names, and how people call the place. */
export interface Place {
  element?: string;
  /** Such as `决策“补贴标准”第 2 条规则的输出“金额”`. */
  called: string;
}

export class Reading {
  constructor(
    readonly findings: Findings,
    readonly types: TypeNames,
    /** Every name the file gives; FEEL needs those with spaces to read an expression. */
    private readonly names: string[],
    readonly references: References,
  ) {}

  error(rule: string, place: Place, message: string): void {
    this.findings.error(rule, place.element, `${place.called}${message}`);
  }

  /** The FEEL of a literal expression; what cannot be read is reported. */
  feel(node: DmnNode | undefined, place: Place): string {
    const written = this.text(node, place);
    if (this.refuseAdded(written, place)) return written;
    const problem = parseExpression(written, this.names);
    if (problem) this.error('expression-invalid', place, `：${problem.message}。`);
    return written;
  }

  /** FEEL that may be left out. */
  optionalFeel(node: DmnNode | undefined, place: Place): string | undefined {
    return node && text(node, 'text') !== undefined ? this.feel(node, place) : undefined;
  }

  tests(node: DmnNode | undefined, place: Place): string {
    const written = this.text(node, place);
    if (this.refuseAdded(written, place)) return written;
    const problem = parseUnaryTests(written, this.names);
    if (problem) this.error('expression-invalid', place, `：${problem.message}。`);
    return matchesAll(written) ? '-' : written;
  }

  /** A function that Camunda 8 adds to FEEL, unless the file defines one of its name. */
  private refuseAdded(written: string, place: Place): boolean {
    const added = addedFunction(written, this.names);
    if (!added) return false;
    const { name, advice } = added;
    this.error(
      'function-unknown',
      place,
      `用了 Camunda 8 自有的函数 ${name}，本平台不执行：${advice}。`,
    );
    return true;
  }

  /** Allowed values one by one, in their order; undefined when none are given. */
  allowed(node: DmnNode | undefined, place: Place): string[] | undefined {
    const tests = node ? this.tests(node, place) : '-';
    return tests === '-' ? undefined : splitTests(tests, this.names);
  }

  private text(node: DmnNode | undefined, place: Place): string {
    if (!node) return '';
    const language = text(node, 'expressionLanguage');
    if (language && !/^feel$|\/FEEL\/?$/i.test(language)) {
      this.error(
        'expression-language',
        place,
        `用的是“${language}”，平台只执行 FEEL。请改写为 FEEL，并删去 expressionLanguage。`,
      );
    }
    if (node.$type === 'dmn:LiteralExpression' && child(node, 'importedValues')) {
      this.error('import-unsupported', place, '引用了外部文件的值。请把值写进本文件。');
    }
    return text(node, 'text') ?? '';
  }
}
