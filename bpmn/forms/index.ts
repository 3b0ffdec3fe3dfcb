/** Forms that diagrams and items name, as server and pages read them. */
export { boundDay, outOfBounds, strayDays, strayInCorrection, type StrayDay } from './days.js';
export {
  choicesOf,
  fieldsOf,
  titlesOf,
  type FormChoice,
  type FormField,
  type Prefill,
} from './form.js';
export { creditCheck, FORMATS, isCreditCode, isIdNumber } from './formats.js';
export { FIELD_KINDS, kindOfField, type FieldKind } from './kinds.js';
export { namesInOrder, withOrder, type Look } from './order.js';
export { strayTexts, type StrayText } from './texts.js';
export { isBlank, tidyAnswers, withoutBlanks } from './tidy.js';
export { REGISTERS, type Register } from './registers.js';
export { type FormSection, sectionsOf } from './sections.js';
