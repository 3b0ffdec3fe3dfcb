/** OFD (GB/T 33190-2016): a zip with `OFD.xml` at its root; its actions (12) may not run by themselves. */
import { refuse } from '../refusal.js';
import type { ContainerRules } from './container.js';
import { activeContent, ELSEWHERE_LOADED, isElsewhere, isRunning, SCRIPT } from './markup.js';
import { attributeOf, type XmlRule } from './xml-part.js';

const ROOT = 'ofd.xml';
/** Events that nobody clicks: the document or a page is opened. */
const BY_ITSELF = new Set(['DO', 'PO']);
/** What leads out of the page. */
const ACTS = new Set(['URI', 'GotoA', 'Sound', 'Movie']);
/** Elements and attributes that name a part of the file (ST_Loc). */
const PLACES =
  /(?:Loc|Root|File|Res|Attachments|Annotations|Extensions|Signatures|SignedValue|Seal)$/;

const NOT_IT = '的内容与扩展名不符，可能已损坏或被改名；请重新导出后再上传';

/** @throws Refused `file-not-what-it-says`, `file-holds-active-content` */
export class OfdRules implements ContainerRules {
  private hasRoot = false;

  part(name: string): readonly XmlRule[] {
    return [this.rootRule(name), actionRule(), placeRule()];
  }

  finish(): void {
    if (!this.hasRoot) refuse('file-not-what-it-says', NOT_IT);
  }

  private rootRule(name: string): XmlRule {
    return {
      open: ({ local }) => {
        if (local === 'OFD' && name.toLowerCase() === ROOT) this.hasRoot = true;
      },
    };
  }
}

function actionRule(): XmlRule {
  const events: (string | undefined)[] = [];
  return {
    open(element) {
      if (element.local === 'Action') events.push(attributeOf(element, 'Event'));
      if (ACTS.has(element.local) && BY_ITSELF.has(events.at(-1) ?? ''))
        activeContent('打开时自动执行的动作');
      if (element.local === 'URI' && isRunning(attributeOf(element, 'URI') ?? ''))
        activeContent(SCRIPT);
    },
    close(local) {
      if (local === 'Action') events.pop();
    },
  };
}

function placeRule(): XmlRule {
  let place = '';
  let isPlace = false;
  return {
    open(element) {
      isPlace = PLACES.test(element.local);
      place = '';
      for (const { local, value } of element.attributes)
        if (PLACES.test(local) && isElsewhere(value)) activeContent(ELSEWHERE_LOADED);
    },
    text(text) {
      if (isPlace) place += text;
    },
    close() {
      if (isPlace && isElsewhere(place)) activeContent(ELSEWHERE_LOADED);
      isPlace = false;
    },
  };
}
