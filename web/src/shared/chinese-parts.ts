/**
 * Says of each Chinese part of an English page that it is Chinese (WCAG 2.2, 3.1.2), so that it is read out
 * as what it is: what people wrote, names, guides and forms that have no translation. Watches the whole
 * page, for such texts come from everywhere; loaded with English alone.
 */
const CHINESE = 'zh-CN';
const HAN = /\p{Script=Han}/gu;
const LETTER = /\p{L}/gu;

/** Those that were said here to be Chinese; what a page says itself stays. */
const said = new Set<Element>();

const isChinese = (text: string): boolean => {
  const han = text.match(HAN)?.length ?? 0;
  return han > 0 && han * 2 >= (text.match(LETTER)?.length ?? 0);
};

const ownText = (element: Element): string =>
  [...element.childNodes]
    .flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.nodeValue ?? ''] : []))
    .join('');

function judge(element: Element): void {
  const chinese = isChinese(ownText(element));
  if (said.has(element) === chinese) return;
  if (!chinese) {
    said.delete(element);
    element.removeAttribute('lang');
  } else if (!element.hasAttribute('lang')) {
    said.add(element);
    element.setAttribute('lang', CHINESE);
  }
}

function judgeWithin(root: Node): void {
  if (root instanceof Element) judge(root);
  else if (root.parentElement) judge(root.parentElement);
  if (root instanceof Element) for (const element of root.querySelectorAll('*')) judge(element);
}

const observer = new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes) {
    if (type === 'characterData') judgeWithin(target);
    else {
      if (target instanceof Element) judge(target);
      for (const node of addedNodes) judgeWithin(node);
    }
  }
});

/** From now on, while the page is English. */
export function markChinese(): void {
  judgeWithin(document.body);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** The whole page is Chinese again. */
export function unmarkChinese(): void {
  observer.disconnect();
  for (const element of said) element.removeAttribute('lang');
  said.clear();
}
