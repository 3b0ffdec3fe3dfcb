/**
 * Says which page this is once it is there: its heading names the tab, and after a link it is where the
 * keyboard and a screen reader go on (WCAG 2.2, 2.4.2 page titled and 2.4.3 focus order).
 */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

const headingOf = (main: Element): HTMLElement | null => main.querySelector('h1');

/** Where a page puts the focus itself, or somebody works in it already, it stays. */
function goTo(heading: HTMLElement, main: Element): void {
  const { activeElement } = document;
  if (activeElement !== main && main.contains(activeElement)) return;
  heading.tabIndex = -1;
  // Where it scrolls to is the router's affair.
  heading.focus({ preventScroll: true });
}

/** Pages come late and change their own heading: it is watched, never asked for once. */
export function useArrival(): void {
  const { t } = useTranslation();
  useEffect(() => {
    const main = document.getElementById('main');
    if (!main) return;
    let arrived = headingOf(main);
    const begun = location.pathname;
    const look = (): void => {
      const heading = headingOf(main);
      if (!heading) return;
      const words = heading.textContent?.trim();
      const title = [words, t('brand.title')].filter(Boolean).join(' · ');
      if (document.title !== title) document.title = title;
      // The first page of a visit is begun at its top, also where a link was followed before it was there.
      if (heading !== arrived && (arrived || location.pathname !== begun)) goTo(heading, main);
      arrived = heading;
    };
    look();
    const watching = new MutationObserver(look);
    watching.observe(main, { childList: true, subtree: true, characterData: true });
    return () => watching.disconnect();
  }, [t]);
}
