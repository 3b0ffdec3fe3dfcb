/** What no part in XML may hold, whatever format it belongs to: pages and pictures that act. */
import { refuse } from '../refusal.js';
import { attributeOf, type Element, type XmlRule } from './xml-part.js';

const PAGES = new Set(['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xhtml']);
const SCRIPTS = new Set(['script', 'javascript']);
const OF_PAGES = new Set([
  'iframe',
  'frame',
  'object',
  'embed',
  'applet',
  'foreignobject',
  'handler',
]);
const INCLUDES = 'http://www.w3.org/2001/XInclude';

/** Links that do not lead to a page but run something. */
const RUNS = /^(?:javascript|vbscript|data|shell|jar|mk|res|search-ms|ms-[a-z-]+):/;
const SCRIPT_LINK = /^(?:java|vb)script:/;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\\\)/;

/** As a reader takes it, who overlooks blanks. */
const plain = (link: string): string => link.replace(/[\0-\x20]/g, '').toLowerCase();

export const isRunning = (link: string): boolean => RUNS.test(plain(link));
/** An address outside of the file. */
export const isElsewhere = (link: string): boolean => ELSEWHERE.test(plain(link));

export const activeContent = (what: string): never =>
  refuse('file-holds-active-content', `含有${what}，不能接收；请去掉后重新导出`);

export const SCRIPT = '脚本';
export const ELSEWHERE_LOADED = '打开时自动加载的外部内容';

/** @throws Refused `file-holds-active-content` */
export const markupRule: XmlRule = {
  open(element) {
    const local = element.local.toLowerCase();
    if (SCRIPTS.has(local)) activeContent(SCRIPT);
    if (element.uri === INCLUDES) activeContent(ELSEWHERE_LOADED);
    if (element.attributes.some(({ value }) => SCRIPT_LINK.test(plain(value.slice(0, 100)))))
      activeContent(SCRIPT);
    if (PAGES.has(element.uri)) lookAtPage(element, local);
  },
};

function lookAtPage(element: Element, local: string): void {
  if (OF_PAGES.has(local)) activeContent('网页内容');
  if (element.attributes.some((one) => /^on[a-z]/i.test(one.local))) activeContent(SCRIPT);
  const link = attributeOf(element, 'href');
  if (link === undefined) return;
  // A picture is drawn of a picture within it; a link is followed by a person.
  const isPicture = plain(link).startsWith('data:image/');
  if (isRunning(link) && !isPicture) activeContent(SCRIPT);
  if (local !== 'a' && isElsewhere(link) && !isPicture) activeContent(ELSEWHERE_LOADED);
}
