/** Expressions of a diagram: FEEL (`=…`, or bare where the language says so) and the simple part of JUEL. */
import { parseExpression } from '../feel/index.js';
import type { Expression } from '../model/process.js';
import { addedFunction } from './added-functions.js';
import { Findings } from './findings.js';
import {
  hasJuel,
  JuelError,
  translateJuel,
  translateScript,
  type Translation,
} from './translation/index.js';
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
    if (expression) this.refuseResource(expression, element);
    return expression && body !== undefined
      ? this.text(body, element, languageOf(expression))
      : undefined;
  }

  /** A script in a file of its own is not at hand; leaving it out would make a flow unconditional. */
  private refuseResource(expression: BpmnNode, element: string): void {
    const [name, resource] =
      Object.entries(expression.$attrs ?? {}).find(([key]) => /:resource$/.test(key)) ?? [];
    if (name === undefined) return;
    this.findings.error(
      'expression-unknown',
      element,
      `表达式在外部文件“${resource}”中，不能读取，请改写为以“=”开头的 FEEL 表达式。`,
      { attribute: 'resource', text: resource },
    );
  }

  /** An expression in an attribute or a text. */
  text(source: string, element: string, language?: string): Expression | undefined {
    const trimmed = source.trim();
    // true, false and numbers mean the same in every language; `010` is 8 in some
    if (/^(true|false|-?(0|[1-9]\d*)(\.\d+)?)$/.test(trimmed)) return { feel: trimmed };
    if (/^-?\d+(\.\d+)?$/.test(trimmed) && !isScript(language)) return { feel: trimmed };
    if (trimmed.startsWith('=')) return this.feel(trimmed.slice(1), element);
    if (isScript(language)) return this.translated(trimmed, element, translateScript, language);
    if (hasJuel(trimmed)) return this.translated(trimmed, element, translateJuel);
    if (isFeel(language ?? this.fileLanguage)) return this.feel(trimmed, element);
    this.findings.error(
      'expression-unknown',
      element,
      `表达式“${trimmed}”不是可识别的语言，请改写为以“=”开头的 FEEL 表达式。`,
      { text: trimmed },
    );
    return undefined;
  }

  /** FEEL without its `=`. */
  feel(source: string, element: string): Expression | undefined {
    const feel = source.trim();
    const added = addedFunction(feel);
    if (added) {
      this.findings.error(
        'function-unknown',
        element,
        `FEEL 表达式“${feel}”用了 Camunda 8 自有的函数 ${added.name}，本平台不执行：${added.advice}。`,
        { text: feel, advice: added.advice },
      );
      return undefined;
    }
    const problem = parseExpression(feel);
    if (!problem) return { feel };
    this.findings.error(
      'expression-invalid',
      element,
      `FEEL 表达式“${short(feel)}”无法读取：${problem.message}。`,
      { text: feel },
    );
    return undefined;
  }

  private translated(
    source: string,
    element: string,
    translate: (source: string, language: string) => Translation,
    language = 'JUEL',
  ): Expression | undefined {
    try {
      const { feel, certain } = translate(source, language);
      const read = this.feel(feel, element);
      return read && certain ? { ...read, certain: true } : read;
    } catch (error) {
      if (!(error instanceof JuelError)) throw error;
      this.findings.error(
        'expression-unknown',
        element,
        `${language} 表达式“${short(source)}”超出可转换的范围（${error.message}），请改写为以“=”开头的 FEEL 表达式。`,
        { text: source },
      );
      return undefined;
    }
  }
}

/** Whether a text is an expression rather than a static value. */
export const isExpression = (source: string): boolean =>
  source.trimStart().startsWith('=') || hasJuel(source);

const isFeel = (language: string | undefined): boolean => /feel/i.test(language ?? '');

/** Languages of scripts by the names that files give them; what is no expression is refused. */
export const isScript = (language: string | undefined): language is string =>
  /^(application\/|text\/)?(x-)?(java-?script|ecma-?script|js|groovy|python|jython|ruby|jruby|bean-?shell|kotlin)$/i.test(
    language ?? '',
  );

/** Without xsi:type the language is an attribute that moddle does not know. */
function languageOf(expression: BpmnNode): string | undefined {
  const declared: unknown = expression.$attrs['language'] ?? expression['language'];
  return typeof declared === 'string' ? declared : undefined;
}

/** A text as it can stand in a sentence. */
const short = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
