const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ROOT = '1.2.156.3005.2';

/** Check character of ISO 7064 MOD 37,36 (hybrid system) over digits and capital letters. */
export function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError(`${character} 不能出现在电子证照标识里。`);
    const sum = (product + value) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET[(37 - product) % 36]!;
}

/**
 * 电子证照标识: root, type (21 characters), issuer's credit code (18), serial, version (3), check.
 * The check is taken over the four segments without dots.
 */
export function licenceIdentifier(
  type: string,
  issuer: string,
  serial: string,
  version: string,
): string {
  return [
    ROOT,
    type,
    issuer,
    serial,
    version,
    checkCharacter(type + issuer + serial + version),
  ].join('.');
}

/** Whether an identifier has the right shape and check character. */
export function isLicenceIdentifier(text: string): boolean {
  const match =
    /^1\.2\.156\.3005\.2\.([0-9A-Z]{21})\.([0-9A-Z]{18})\.([0-9A-Z]+)\.([0-9A-Z]{3})\.([0-9A-Z])$/.exec(
      text,
    );
  return match !== null && checkCharacter(match.slice(1, 5).join('')) === match[5];
}
