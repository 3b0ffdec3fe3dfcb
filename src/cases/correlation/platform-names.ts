/** Names of messages that only the platform says, however somebody else spells them. */
import { PLATFORM_MESSAGES } from '../../../workflows/contracts/case.js';

/** Letters of other scripts that look like these of ours. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', і: 'i', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', ѕ: 's' },
  ...{ α: 'a', ε: 'e', ι: 'i', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'y', '\u0131': 'i' },
  ...{ '\u2010': '-', '\u2011': '-', '\u2012': '-', '\u2013': '-', '\u2212': '-' },
};

/** As it reads: without case, marks, spaces and what is not seen, widths and look-alikes made one. */
const asRead = (name: string): string =>
  [...name.normalize('NFKD').toLowerCase()]
    .map((letter) => LOOK_ALIKES[letter] ?? letter)
    .join('')
    .replace(/[\p{M}\p{Z}\p{C}\s]/gu, '');

const AS_READ: ReadonlySet<string> = new Set([...PLATFORM_MESSAGES].map(asRead));

/** Whether people would take the name for one of the platform's own. */
export const isOfThePlatform = (name: string): boolean => AS_READ.has(asRead(name));
