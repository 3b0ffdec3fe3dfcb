/** Fields of a document (ISO/IEC 29500-1, 17.16): instructions that Word carries out. */
import { activeContent, isRunning } from '../markup.js';
import { attributeOf, type Element, type XmlRule } from '../xml-part.js';

/** Fields that start another program, or fetch what is elsewhere. */
const ACTIVE = new Set(
  'DDE DDEAUTO LINK EMBED INCLUDE INCLUDETEXT IMPORT DATABASE PRINT RD'.split(' '),
);
const INSTRUCTIONS = new Set(['instrText', 'delInstrText']);

const automatic = (what: string): never => activeContent(`自动执行的域（${what}）`);

/** @throws Refused `file-holds-active-content` */
function judge(instruction: string): void {
  const [, kind = '', rest = ''] = /^\s*"?([a-z]*)([^]*)$/i.exec(instruction) ?? [];
  if (ACTIVE.has(kind.toUpperCase())) automatic(kind.toUpperCase());
  if (kind.toUpperCase() === 'HYPERLINK' && isRunning(rest.replace(/^[\s"]+/, '')))
    automatic('HYPERLINK');
}

/** Whether the word that says what a field is stands there to its end. */
const hasKind = (instruction: string): boolean => /^\s*"?[a-z=]+[^a-z]/i.test(instruction);

/** The fields of one part, which may be cut into pieces and lie within one another. */
export function fieldRule(): XmlRule {
  /** Instructions of the fields that are open; null = it has been read, its result follows. */
  const open: (string | null)[] = [];
  let loose = '';
  let inInstruction = false;
  const mark = (kind: string | undefined): void => {
    const last = open.at(-1);
    if (kind === 'begin') {
      // What another field yields would say what this one does.
      if (typeof last === 'string' && !hasKind(last)) automatic('嵌套');
      open.push('');
    }
    if ((kind === 'separate' || kind === 'end') && typeof last === 'string') judge(last);
    if (kind === 'separate' && open.length > 0) open[open.length - 1] = null;
    if (kind === 'end') open.pop();
  };
  return {
    open(element: Element) {
      inInstruction = INSTRUCTIONS.has(element.local);
      if (element.local === 'fldSimple') judge(attributeOf(element, 'instr') ?? '');
      if (element.local === 'fldChar') mark(attributeOf(element, 'fldCharType'));
      if (element.local === 'altChunk' || element.local === 'subDoc')
        activeContent('插入的其他文档');
      if (element.local === 'connectString') activeContent('邮件合并的数据源');
    },
    text(text) {
      if (!inInstruction) return;
      const last = open.at(-1);
      if (typeof last === 'string') open[open.length - 1] = last + text;
      else loose += text;
    },
    close() {
      inInstruction = false;
    },
    end() {
      judge(loose);
      for (const one of open) if (one !== null) judge(one);
    },
  };
}
