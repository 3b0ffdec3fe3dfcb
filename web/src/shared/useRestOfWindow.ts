/** What is drawn fills the window below whatever stands above it: notices come and go. */
import { useEffect, type RefObject } from 'react';

/** Less than this cannot be worked in; the page scrolls then. */
const LEAST_PX = 420;

export function useRestOfWindow(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const fit = () => {
      const top = element.getBoundingClientRect().top + window.scrollY;
      element.style.height = `${Math.max(LEAST_PX, window.innerHeight - top)}px`;
    };
    fit();
    const watched = new ResizeObserver(fit);
    for (let above = element.previousElementSibling; above; above = above.previousElementSibling)
      watched.observe(above);
    watched.observe(document.body);
    window.addEventListener('resize', fit);
    return () => {
      watched.disconnect();
      window.removeEventListener('resize', fit);
    };
  }, [box]);
}
