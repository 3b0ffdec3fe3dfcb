import { addedFunction } from './added-functions.js';

it.each([
  'trim(name)',
  'a + is defined(x)',
  'get or  else (x, 1)',
  'last day of month(d)',
  'uuid()',
  'cycle(3, d)',
])('%s calls what DMN does not know', (feel) => expect(addedFunction(feel)?.advice).toMatch(/请/));

it.each([
  '"trim(name)"',
  'trim',
  'order.trim(x)',
  'retrim(x)',
  'trimmed(x)',
  'count(x)',
  'get value(a, "uuid()")',
  '1 // trim(x)',
  '/* uuid() */ 1',
])('%s does not', (feel) => expect(addedFunction(feel)).toBeUndefined());

it('a function that the file defines is its own', () => {
  expect(addedFunction('trim(x)', ['trim'])).toBeUndefined();
  expect(addedFunction('uuid() + trim(x)', ['trim'])?.name).toBe('uuid');
});
