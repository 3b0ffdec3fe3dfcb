/** Relations (OPC, 9.3): what a part leads to, in the file and outside of it. */
import { activeContent, ELSEWHERE_LOADED, isElsewhere, isRunning } from '../markup.js';
import { attributeOf, type XmlRule } from '../xml-part.js';

/** By the last word of their type: transitional, strict and Microsoft's own names differ before it. */
const ACTIVE: Record<string, string> = {
  ...named('宏', ['vbaproject', 'vbaprojectsignature', 'wordvbadata', 'xlmacrosheet']),
  ...named('宏', ['xlintlmacrosheet', 'attachedtoolbars', 'dialogsheet']),
  ...named('嵌入对象或控件', ['oleobject', 'control', 'activexcontrolbinary', 'afchunk']),
  ...named('加载项', ['webextension', 'webextensiontaskpanes']),
  ...named(ELSEWHERE_LOADED, ['attachedtemplate', 'subdocument', 'frame', 'transform']),
  ...named(ELSEWHERE_LOADED, ['mailmergesource', 'mailmergeheadersource', 'externallink']),
  ...named(ELSEWHERE_LOADED, ['connections', 'querytable']),
};

function named(what: string, types: string[]): Record<string, string> {
  return Object.fromEntries(types.map((type) => [type, what]));
}

/** A link that a person follows is no content. */
const LINK = 'hyperlink';

/** @throws Refused `file-holds-active-content` */
export const relationRule: XmlRule = {
  open(element) {
    if (element.local !== 'Relationship') return;
    const type = (attributeOf(element, 'Type') ?? '').trim().toLowerCase().split('/').at(-1)!;
    const target = attributeOf(element, 'Target') ?? '';
    const mode = (attributeOf(element, 'TargetMode') ?? '').trim().toLowerCase();
    if (ACTIVE[type]) activeContent(ACTIVE[type]);
    if (isRunning(target)) activeContent('运行程序或脚本的链接');
    if (type !== LINK && (mode === 'external' || isElsewhere(target)))
      activeContent(ELSEWHERE_LOADED);
  },
};
