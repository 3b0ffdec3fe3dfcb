/** Forms that diagrams name, as server and pages read them. */
export { choicesOf, fieldsOf, titlesOf, type FormChoice, type FormField } from './form.js';
export { creditCheck, FORMATS, isCreditCode, isIdNumber } from './formats.js';
