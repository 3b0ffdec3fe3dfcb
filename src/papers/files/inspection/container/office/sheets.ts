/** Spreadsheets within a document: formulas that start a program or fetch what is elsewhere. */
import { activeContent } from '../markup.js';
import type { XmlRule } from '../xml-part.js';

const FORMULAS = new Set(['f', 'definedName', 'formula', 'formula1', 'formula2']);
/** `cmd|'/c calc'!A1`, and functions that call. */
const ACTIVE = /\w\s*\|[^]*!|\b(?:CALL|EXEC|REGISTER(?:\.ID)?|RTD|WEBSERVICE)\s*\(/i;
const LINKS = new Set(['ddeLink', 'oleLink', 'ddeItem']);

/** @throws Refused `file-holds-active-content` */
export function sheetRule(): XmlRule {
  let formula: string | null = null;
  return {
    open({ local }) {
      if (LINKS.has(local)) activeContent('自动更新的外部数据（DDE）');
      formula = FORMULAS.has(local) ? '' : null;
    },
    text(text) {
      if (formula !== null) formula += text;
    },
    close() {
      if (formula !== null && ACTIVE.test(formula)) activeContent('调用程序或网络的公式');
      formula = null;
    },
  };
}
