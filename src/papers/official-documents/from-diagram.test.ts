import { kindNamed } from './from-diagram.js';

test.each([
  ['refusal-notice', '01', 'refusal-decision'],
  ['refusal-notice', '05', 'refusal-decision'],
  ['refusal-notice', '20', 'service-refusal-notice'],
  ['grant-notice', '05', 'benefit-notice'],
  ['receipt', '20', 'filing-receipt'],
  ['acceptance-notice', '01', 'acceptance-notice'],
])('what a diagram calls “%s” is for an item of type %s a %s', (document, type, kind) => {
  expect(kindNamed(document, type)).toBe(kind);
});
