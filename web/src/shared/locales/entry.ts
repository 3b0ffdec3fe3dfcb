/** The texts of an item's way into the catalogue, loaded with it. */
import { addTexts } from '../i18n.js';
import en from './entry.en.json';
import zh from './entry.zh.json';

addTexts({ zh, en });
