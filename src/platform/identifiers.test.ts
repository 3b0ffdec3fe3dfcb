import { creditCode, idNumberDigest, isCreditCode, isIdNumber } from './identifiers.js';

test('a published credit code passes, and every single changed character is noticed', () => {
  expect(isCreditCode('11511301008778183N')).toBe(true);
  for (let i = 0; i < 18; i++) {
    const changed = [...'11511301008778183N'];
    changed[i] = changed[i] === '7' ? '8' : '7';
    expect(isCreditCode(changed.join(''))).toBe(false);
  }
  expect(isCreditCode('1151130100877818')).toBe(false);
});

test('a made credit code carries both check characters', () => {
  expect(creditCode('11', '511301', '00877818')).toBe('11511301008778183N');
  expect(isCreditCode(creditCode('11', '210381', 'MB900001'))).toBe(true);
});

test('an ID number needs its check digit and a real date of birth', () => {
  expect(isIdNumber('11010519491231002X')).toBe(true);
  expect(isIdNumber('110105194912310021')).toBe(false);
  expect(isIdNumber('11010519490231002X')).toBe(false);
  expect(isIdNumber('')).toBe(false);
});

test('the digest of an ID number depends on the key', () => {
  expect(idNumberDigest('11010519491231002x', 'a')).toBe(idNumberDigest('11010519491231002X', 'a'));
  expect(idNumberDigest('11010519491231002X', 'a')).not.toBe(
    idNumberDigest('11010519491231002X', 'b'),
  );
});
