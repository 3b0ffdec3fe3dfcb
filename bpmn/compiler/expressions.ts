/** Expressions of a diagram: FEEL (`=…`, or bare where the language says so) and the simple part of JUEL. */
import { parseExpression } from '../feel/index.js';
import type { Expression } from '../model/process.js';
import { Findings } from './findings.js';
import { isJuel, JuelError, translateJuel } from './juel.js';
import { text, type BpmnNode } from './moddle.js';

/** Reads expressions, and reports those that cannot be evaluated with the element they stand in. */
export class ExpressionReader {
  constructor(
    private readonly findings: Findings,
    /** `expressionLanguage` of the file. XPath is declared by many modellers but not meant. */
    private readonly fileLanguage: string | undefined,
  ) {}

  /** The content of an expression element; undefined when there is none, or none that is usable. */
  node(expression: BpmnNode | undefined, element: string): Expression | undefined {
    const body = expression && text(expression, 'body');
    return expression && body !== undefined
      ? this.text(body, element, languageOf(expression))
      : undefined;
  }

  /** An expression in an attribute or a text. */
  text(source: string, element: string, language?: string): Expression | undefined {
    const trimmed = source.trim();
    // true and false mean the same in every language
    if (/^(true|false)$/.test(trimmed)) return { feel: trimmed };
    if (trimmed.startsWith('=')) return this.feel(trimmed.slice(1), element);
    if (isJuel(trimmed)) return this.juel(trimmed, element);
    if (isFeel(language ?? this.fileLanguage)) return this.feel(trimmed, element);
    this.findings.error(
      'expression-unknown',
      element,
      `表达式“${trimmed}”不是可识别的语言，请改写为以“=”开头的 FEEL 表达式。`,
    );
    return undefined;
  }

  /** FEEL without its `=`. */
  feel(source: string, element: string): Expression | undefined {
    const feel = source.trim();
    const problem = parseExpression(feel);
    if (!problem) return { feel };
    this.findings.error(
      'expression-invalid',
      element,
      `FEEL 表达式“${feel}”无法读取：${problem.message}。`,
    );
    return undefined;
  }

  private juel(source: string, element: string): Expression | undefined {
    try {
      return this.feel(translateJuel(source), element);
    } catch (error) {
      if (!(error instanceof JuelError)) throw error;
      this.findings.error(
        'expression-unknown',
        element,
        `表达式“${source}”超出可转换的范围（${error.message}），请改写为以“=”开头的 FEEL 表达式。`,
      );
      return undefined;
    }
  }
}

/** Whether a text is an expression rather than a static value. */
export const isExpression = (source: string): boolean =>
  source.trimStart().startsWith('=') || isJuel(source);

const isFeel = (language: string | undefined): boolean => /feel/i.test(language ?? '');

/** Without xsi:type the language is an attribute that moddle does not know. */
function languageOf(expression: BpmnNode): string | undefined {
  const declared: unknown = expression.$attrs['language'] ?? expression['language'];
  return typeof declared === 'string' ? declared : undefined;
}
