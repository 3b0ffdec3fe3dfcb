/** `[Content_Types].xml`: what each part is, whatever its name says. */
import { refuse } from '../../refusal.js';
import { plainName } from '../container.js';
import { activeContent } from '../markup.js';
import { attributeOf, type Element, type XmlRule } from '../xml-part.js';

const ACTIVE =
  /macro|vbaProject|vbaData|activeX|oleObject|attachedToolbars|webextension|ms-office\.controlproperties|dialogsheet/i;
const XML = /[+/]xml$/i;

export class ContentTypes implements XmlRule {
  /** By the part's plain name. */
  private readonly parts = new Map<string, string>();
  /** By the ending of a part's name. */
  private readonly endings = new Map<string, string>();

  open(element: Element): void {
    const type = attributeOf(element, 'ContentType') ?? '';
    const part = attributeOf(element, 'PartName');
    const ending = attributeOf(element, 'Extension')?.toLowerCase();
    if (part !== undefined) this.parts.set(plainName(part), type);
    else if (ending !== undefined) this.endings.set(ending, type);
  }

  partsOf(type: RegExp): string[] {
    return [...this.parts].filter(([, one]) => type.test(one)).map(([name]) => name);
  }

  /** @throws Refused `file-holds-active-content`; `file-broken` where XML is written as we cannot read it */
  finish(parts: ReadonlyMap<string, { isXml: boolean }>): void {
    for (const type of this.parts.values()) if (ACTIVE.test(type)) activeContent('宏或控件');
    for (const [name, { isXml }] of parts) {
      const type = this.parts.get(name) ?? this.endings.get(name.split('.').at(-1)!) ?? '';
      if (ACTIVE.test(type)) activeContent(`宏或嵌入对象（${name}）`);
      if (XML.test(type) && !isXml)
        refuse('file-broken', `内含的“${name}”无法读取，可能已损坏；请重新导出后再上传`);
    }
  }
}
