import { isLicenceIdentifier, licenceIdentifier } from './identifier.js';

describe('the identifier of an e-licence', () => {
  it.each([
    ['11100000000013338W011', '11110000000021135M', '20230329701', '003', 'Y'],
    ['11100000000013338W009', '11330105002500287C', '2025052201', '002', '0'],
  ])('of type %s ends with the check character of ISO 7064 MOD 37,36', (...parts) => {
    const [type, issuer, serial, version, check] = parts;
    expect(licenceIdentifier(type, issuer, serial, version)).toBe(
      `1.2.156.3005.2.${type}.${issuer}.${serial}.${version}.${check}`,
    );
  });

  it('is refused when one character is mistaken', () => {
    const right = '1.2.156.3005.2.11100000000013338W011.11110000000021135M.20230329701.003.Y';
    expect(isLicenceIdentifier(right)).toBe(true);
    expect(isLicenceIdentifier(right.replace('20230329701', '20230329702'))).toBe(false);
    expect(isLicenceIdentifier(right.replace('1.2.156', '1.2.157'))).toBe(false);
  });

  it('may hold digits and capital letters only', () => {
    expect(() => licenceIdentifier('证', '1', '1', '1')).toThrow(RangeError);
  });
});
