/** The texts of bodies, people and powers, loaded where they are used. */
import { addTexts } from '../i18n.js';
import en from './register.en.json';
import zh from './register.zh.json';

addTexts({ zh, en });
