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

/** Loads the language where needed, switches to it and remembers the choice. */
export async function changeLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18n.hasResourceBundle('en', 'translation')) {
    const en = await import('./locales/en.json');
    i18n.addResourceBundle('en', 'translation', en.default);
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  window.localStorage.setItem(STORED, language);
}

export function restoreLanguage(): void {
  if (window.localStorage.getItem(STORED) === 'en') void changeLanguage('en');
}
