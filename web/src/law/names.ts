/** The law's acts and states: in Chinese as the platform names them, by the type of the item too. */
import type { TFunction } from 'i18next';
import { i18n } from '../shared/i18n.js';

/** @param name the platform's */
export const actText = (t: TFunction, act: string, name: string): string =>
  i18n.language === 'zh' ? name : t(`law.act.${act}`, { defaultValue: name });

/** @param name the platform's */
export const stateText = (t: TFunction, state: string, name?: string | null): string =>
  name && i18n.language === 'zh' ? name : t(`case.state.${state}`, { defaultValue: name ?? state });
