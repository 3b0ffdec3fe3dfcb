import { unprocessable } from '../errors.js';
import { placeOfValue } from './place.js';
import { problemOf, untakeableValue } from './problem.js';

describe('problem documents', () => {
  it('tell a domain error with its details, and never let details replace its status', () => {
    const error = unprocessable('form-invalid', '表单有误。', { errors: [], status: 'own' });
    expect(problemOf(error, '/api/cases')).toMatchObject({
      type: 'urn:onestop:problem:form-invalid',
      status: 422,
      code: 'form-invalid',
      detail: '表单有误。',
      instance: '/api/cases',
      errors: [],
    });
  });

  it('say 503 while the database or Temporal is away', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const query = Object.assign(new Error('query failed'), { driverError: { code: '57P01' } });
    const unavailable = Object.assign(new Error('14 UNAVAILABLE'), { code: 14 });
    const slow = Object.assign(new Error('too long'), { driverError: { code: '57014' } });
    const said = [
      'Connection terminated',
      'Query read timeout',
      'Query runner already released. Cannot run queries anymore.',
      'Database connection provided by a query runner was already released, cannot continue',
    ].map((message) => new Error(message));
    for (const error of [refused, query, unavailable, slow, ...said]) {
      expect(problemOf(error, '/').status).toBe(503);
    }
  });

  it('tell nothing of an unknown error’s inside', () => {
    const problem = problemOf(new Error('password=secret'), '/api/cases');
    expect(problem.status).toBe(500);
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it('say what is wrong with values the database cannot read', () => {
    const uuid = Object.assign(new Error('bad'), { driverError: { code: '22P02' } });
    expect(problemOf(uuid, '/')).toMatchObject({ status: 400, code: 'malformed-value' });
  });

  it.each(['23503', '23505', '40001', '40P01'])(
    'say of two that overtook each other that nothing was done: %s',
    (code) => {
      const error = Object.assign(new Error('no'), { driverError: { code } });
      expect(problemOf(error, '/')).toMatchObject({ status: 409, code: 'changed-meanwhile' });
    },
  );

  it.each([
    ['22003', 'value "99999999999" is out of range for type integer', '99999999999'],
    ['22007', 'invalid input syntax for type date: "gestern"', 'gestern'],
    ['22008', 'date/time field value out of range: "2026-02-31"', '2026-02-31'],
    ['22021', 'invalid byte sequence for encoding "UTF8": 0x00', 'UTF8'],
    ['54000', 'index row size 3000 exceeds btree version 4 maximum 2704', ''],
  ])('say the same of all that it cannot take: %s', (code, message, value) => {
    const error = Object.assign(new Error(message), { driverError: { code, message } });
    expect(problemOf(error, '/')).toMatchObject({ status: 400, code: 'malformed-value' });
    expect(untakeableValue(error)).toBe(value);
  });

  it('find where the request has it', () => {
    const request = {
      params: { version: '99999999999' },
      query: { since: 'gestern' },
      body: { form: { people: [{ born: '2026-02-30' }, { born: '2026-02-31' }], age: 1e10 } },
    };
    expect(placeOfValue(request, '99999999999')).toBe('version');
    expect(placeOfValue(request, 'gestern')).toBe('?since');
    expect(placeOfValue(request, '2026-02-31')).toBe('/form/people/1/born');
    expect(placeOfValue(request, '10000000000')).toBe('/form/age');
    expect(placeOfValue(request, 'UTF8')).toBeUndefined();
  });
});
