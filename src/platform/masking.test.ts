import { masked, maskedForm, maskPersonal } from './masking.js';

/** As they come in forms, headers and errors; the right ones by their check digits, none of a real person. */
const PERSONAL: [kind: string, written: string, masked: string][] = [
  ['an ID number', '210381199001011234', '210381********1234'],
  ['one that ends in X', '21039919790903005X', '210399********005X'],
  ['one in lower case', '21039919790903005x', '210399********005x'],
  ['one in groups', '210381 19900101 1234', '210381********1234'],
  ['one of 15 digits', '210381900101123', '210381*****1123'],
  ['one in a path', '/api/people/210381199001011234/cases', '/api/people/210381********1234/cases'],
  ['a telephone number', '13800001234', '138****1234'],
  ['one with the country', '+8613800001234', '+86138****1234'],
  ['one in groups', '138 0000 1234', '138****1234'],
  ['one with hyphens', '138-0000-1234', '138****1234'],
  ['a bank card', '6222020200112230005', '622202*********0005'],
  ['one in groups', '6222 0202 0011 2230 005', '622202*********0005'],
  ['a card of 16 digits', '4111111111111111', '411111******1111'],
  ['one with hyphens', '4111-1111-1111-1111', '411111******1111'],
  ['a telephone of a house', '0412-5531234', '0412-****1234'],
  ['an ID number behind a line', '\\n210381199001011234', '\\n210381********1234'],
  ['one behind a control character', '\\u0001210381199001011234', '\\u0001210381********1234'],
  ['one behind a letter, mistyped', 'ID210381199001011235', 'ID210381********1235'],
  ['one in groups of any length', '1101-0119 9003-0775 71', '110101********7571'],
  ['one of wide digits', '１１０１０１１９９００３０７７５７１', '110101********7571'],
  ['a telephone number behind a letter', 'tel13800001234', 'tel138****1234'],
  ['one behind a line', '\\r\\n13800001234', '\\r\\n138****1234'],
  ['a bank card behind a line', '\\n6222020200112230005', '\\n622202*********0005'],
  ['one without hyphen', '04125531234', '0412****1234'],
];

/** What looks like one and is none. */
const OTHERS = [
  '{"case":"210381202611220000017","at":1795305600000,"hash":"a13800001234b0000000000000000000"}',
  '{"trace":"4bf92f3577b34da6a3ce929d0e0e4736","ms":13}',
  '{"id":"0b9b5a1c-8f0e-4c5e-9a65-3f6f6f2f9d11"}',
  '{"id":"0b9b5a1c-8f0e-4c5e-9a65-a13800001234"}',
  // 16 digits that are no card: Luhn's check digit is another.
  '{"order":"4111111111111112"}',
];

describe('numbers of people', () => {
  it.each(PERSONAL)('are never shown in full: %s, %s', (_, written, shown) => {
    expect(maskPersonal(`{"msg":"of ${written} said"}`)).toBe(`{"msg":"of ${shown} said"}`);
    expect(masked({ deep: [{ text: `致电${written}。` }] })).toEqual({
      deep: [{ text: `致电${shown}。` }],
    });
  });

  it('are not case numbers, instants, traces and ids', () => {
    for (const line of OTHERS) expect(maskPersonal(line)).toBe(line);
  });

  it('are in a form all that fills a field with the digits of an account', () => {
    const form = { account: '5522456612345678', area: 180, code: '92210399MA0XT0013G' };
    expect(maskedForm(form)).toEqual({ ...form, account: '552245******5678' });
  });
});
