/** The texts of the pages of authorisations, loaded with them. */
import { addTexts } from '../i18n.js';
import en from './authorisations.en.json';
import zh from './authorisations.zh.json';

addTexts({ zh, en });
