import { maskPersonal } from './logger.js';

describe('the log', () => {
  it('holds no ID number and no telephone number', () => {
    expect(maskPersonal('{"msg":"210399198604120024 13800001234 21039919790903005X"}')).toBe(
      '{"msg":"210399********0024 138****1234 210399********005X"}',
    );
  });

  it('keeps case numbers and instants, which are longer or shorter', () => {
    const line = '{"case":"210381202611220000017","at":1795305600000,"hash":"a13800001234b"}';
    expect(maskPersonal(line)).toBe(line);
  });
});
