/** The texts of the form editor, loaded with it. */
import { addTexts } from '../i18n.js';
import en from './forms.en.json';
import zh from './forms.zh.json';

addTexts({ zh, en });
