import { unprocessable } from '../errors.js';
import { problemOf } from './problem.js';

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
});
