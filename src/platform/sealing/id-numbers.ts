/** ID numbers (GB 11643) wherever they are written. */
import { isIdNumber } from '../../../bpmn/forms/index.js';

/** Eighteen that stand alone; case numbers (21 digits), days and instants are none of them. */
const CANDIDATE = /(?<![0-9A-Za-z])[1-8]\d{5}(?:19|20)\d{9}[\dXx](?![0-9A-Za-z])/g;

/** A string as it stands in JSON. */
const JSON_STRING = /"(?:[^"\\]|\\.)*"/g;

const inText = (text: string, by: (number: string) => string): string =>
  text.replace(CANDIDATE, (digits) => (isIdNumber(digits.toUpperCase()) ? by(digits) : digits));

/**
 * Puts another text in the place of each ID number; in JSON only within strings, so that it stays JSON.
 * @param by what to write instead; it must need no escaping
 */
export function replaceIdNumbers(text: string, by: (number: string) => string): string {
  CANDIDATE.lastIndex = 0;
  if (!CANDIDATE.test(text)) return text;
  return /^\s*[[{"]/.test(text)
    ? text.replace(JSON_STRING, (string) => inText(string, by))
    : inText(text, by);
}
