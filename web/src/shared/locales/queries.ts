/** The texts of keeping saved queries, loaded where they are kept or opened. */
import { addTexts } from '../i18n.js';
import en from './queries.en.json';
import zh from './queries.zh.json';

addTexts({ zh, en });
