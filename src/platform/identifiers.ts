/** Check digits of the identifiers of people and organisations. */
import { createHmac } from 'node:crypto';
import { creditCheck } from '../../bpmn/forms/index.js';

export { isCreditCode, isIdNumber } from '../../bpmn/forms/index.js';

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of an organisation's code (GB 11714), itself part of the credit code. */
function organisationCheck(first8: string): string {
  const sum = [...first8].reduce(
    (total, character, i) => total + parseInt(character, 36) * ORGANISATION_WEIGHTS[i]!,
    0,
  );
  return ['0', 'X', '9', '8', '7', '6', '5', '4', '3', '2', '1'][sum % 11]!;
}

/**
 * A 统一社会信用代码 with both check characters.
 * @param kind two characters: registering body and kind of organisation, `11` = a state organ
 * @param region six digits
 * @param serial eight characters
 */
export function creditCode(kind: string, region: string, serial: string): string {
  const first17 = `${kind}${region}${serial}${organisationCheck(serial)}`;
  return first17 + creditCheck(first17);
}

/** Keyed digest to find a person by ID number; without the key it cannot be guessed back. */
export function idNumberDigest(idNumber: string, key: string): string {
  return createHmac('sha256', key).update(idNumber.toUpperCase()).digest('hex');
}
