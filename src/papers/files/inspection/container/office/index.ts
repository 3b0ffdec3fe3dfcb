/** Office Open XML (ISO/IEC 29500): documents, and spreadsheets and slides within them. */
import { refuse } from '../../refusal.js';
import { type ContainerRules, plainName } from '../container.js';
import { activeContent } from '../markup.js';
import type { XmlRule } from '../xml-part.js';
import { ContentTypes } from './content-types.js';
import { drawingRule } from './drawings.js';
import { fieldRule } from './fields.js';
import { relationRule } from './relations.js';
import { sheetRule } from './sheets.js';

const CONTENT_TYPES = '[content_types].xml';
const DOCUMENT = /wordprocessingml\.document\.main\+xml$/i;
/** Macros, controls and packages by the names that programs give them. */
const ACTIVE_NAMES = /vbaProject|vbaData|activeX\/|oleObject/i;

const NOT_IT = '的内容与扩展名不符，可能已损坏或被改名；请重新导出后再上传';

/** @throws Refused `file-holds-active-content`, `file-broken` */
export class OfficeRules implements ContainerRules {
  protected readonly types = new ContentTypes();

  part(name: string): readonly XmlRule[] {
    if (ACTIVE_NAMES.test(name)) activeContent(`宏或嵌入对象（${name}）`);
    const rules = [relationRule, drawingRule, fieldRule(), sheetRule()];
    return plainName(name) === CONTENT_TYPES ? [...rules, this.types] : rules;
  }

  finish(parts: ReadonlyMap<string, { isXml: boolean }>): void {
    for (const name of parts.keys())
      if (ACTIVE_NAMES.test(name)) activeContent(`宏或嵌入对象（${name}）`);
    this.types.finish(parts);
  }
}

/** A document of Word. @throws Refused the same, and `file-not-what-it-says` */
export class DocxRules extends OfficeRules {
  override finish(parts: ReadonlyMap<string, { isXml: boolean }>): void {
    super.finish(parts);
    const isThere = this.types.partsOf(DOCUMENT).some((name) => parts.has(name));
    if (!isThere) refuse('file-not-what-it-says', NOT_IT);
  }
}
