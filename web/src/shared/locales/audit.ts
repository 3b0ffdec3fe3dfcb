/** The texts of the audit log and of what is named as there, loaded where they are used. */
import { addTexts } from '../i18n.js';
import en from './audit.en.json';
import zh from './audit.zh.json';

addTexts({ zh, en });
