/** Languages: Chinese is whole; English may lack a key, which then shows in Chinese. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import zh from './locales/zh.json';

export type Language = 'zh' | 'en';
const STORED = 'onestop.language';

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  resources: { zh: { translation: zh } },
  lng: 'zh',
  fallbackLng: 'zh',
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Texts of pages that few people open: they come with those pages, in each language. */
export function addTexts(texts: Record<Language, object>): void {
  for (const [language, own] of Object.entries(texts))
    i18n.addResourceBundle(language, 'translation', own, true, true);
}

let isEnglishThere = false;
/** What says which parts of an English page are Chinese; none as long as none was English. */
let chineseParts: (() => Promise<typeof import('./chinese-parts.js')>) | undefined;

/** Loads the language where needed, switches to it and remembers the choice. */
export async function changeLanguage(language: Language): Promise<void> {
  if (language === 'en' && !isEnglishThere) {
    const en = await import('./locales/en.json');
    i18n.addResourceBundle('en', 'translation', en.default, true, true);
    isEnglishThere = true;
    chineseParts = () => import('./chinese-parts.js');
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  const parts = await chineseParts?.();
  if (language === 'en') parts?.markChinese();
  else parts?.unmarkChinese();
  window.localStorage.setItem(STORED, language);
}

export function restoreLanguage(): void {
  if (window.localStorage.getItem(STORED) === 'en') void changeLanguage('en');
}
