/** A stored value as it is to stand under the current key. */
import { WHOLE_COLUMNS } from './columns.js';
import { replaceIdNumbers } from './id-numbers.js';
import type { SealingKeys } from './keys.js';
import { holdsUnopened, isSealed, MARK, open, seal, sealAlike } from './seal.js';
import { type Column, nameOf } from './stale.js';

export interface Anew {
  /** As a statement takes it; undefined = it stands as it should. */
  value?: unknown;
  /** Whether something in it is sealed by a key that is none of ours. It stays as it is. */
  notOpened: boolean;
}

/** @param stored the value as it stands in the database, nothing opened; arrays as JSON */
export function sealedAnew(keys: SealingKeys, column: Column, stored: string): Anew {
  const whole = WHOLE_COLUMNS[nameOf(column)];
  const anew = whole
    ? wholeAnew(column, stored, (json) => whole.each(json as never, (text) => textAnew(keys, text)))
    : replaceIdNumbers(opened(keys, column, stored), (number) => sealAlike(keys, number));
  const notOpened = holdsUnopened(keys, stored);
  if (same(column, anew, stored)) return { notOpened };
  return { notOpened, value: column.type === 'text[]' ? JSON.parse(anew) : anew };
}

/** A text that is sealed as a whole. */
function textAnew(keys: SealingKeys, text: string): string {
  if (isSealed(text)) {
    if (text.startsWith(`${MARK}${keys.currentId}:`)) return text;
    const plain = open(keys, text);
    return plain === text ? text : seal(keys, plain);
  }
  return seal(keys, text);
}

const wholeAnew = ({ type }: Column, stored: string, each: (value: unknown) => unknown): string =>
  type === 'text' ? String(each(stored)) : JSON.stringify(each(JSON.parse(stored)));

const opened = (keys: SealingKeys, { type }: Column, stored: string): string =>
  type === 'text'
    ? open(keys, stored)
    : open(keys, stored, (plain) => JSON.stringify(plain).slice(1, -1));

/** JSON is written in more than one way. */
const same = ({ type }: Column, one: string, other: string): boolean =>
  one === other ||
  (type !== 'text' && JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other)));
