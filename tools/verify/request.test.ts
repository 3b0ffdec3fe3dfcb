import { readRequest } from './request.js';

describe('what verify is asked', () => {
  it.each([
    [[], { check: 'platform', endedSince: undefined }],
    [['--since', '2026-11-01'], { check: 'platform', endedSince: new Date('2026-10-31T16:00Z') }],
    [['--repair'], { check: 'repair', epoch: undefined }],
    [['--repair', '--epoch', '7'], { check: 'repair', epoch: 7 }],
    [['audit'], { check: 'audit', expected: undefined }],
    [
      ['audit', '--head', `12:${'a'.repeat(64)}`],
      { check: 'audit', expected: { sequence: 12, digest: 'a'.repeat(64) } },
    ],
    [['supervision'], { check: 'supervision', rebuild: false }],
    [['supervision', '--rebuild'], { check: 'supervision', rebuild: true }],
  ])('%j', (args, request) => {
    expect(readRequest(args)).toEqual(request);
  });

  it.each([
    [['--since', '2026-02-31'], '不是日历上的日期'],
    [['--since', '2026-13-01'], '不是日历上的日期'],
    [['--since', '2026-11-01T08:00:00Z'], '不是日历上的日期'],
    [['--repair', '--since', '2026-11-01'], '不认识 since'],
    [['--repair', '--epoch', '0'], '不是纪元'],
    [['--epoch', '3'], '不认识 epoch'],
    [['audit', '--head', '12:xyz'], '不是审计链的链头'],
    [['audit', '--rebuild'], '不认识 rebuild'],
    [['supervision', '--head', `1:${'a'.repeat(64)}`], '不认识 head'],
    [['everything'], '不认识 everything'],
    [['--quickly'], '--quickly'],
  ])('%j is refused in a sentence', (args, sentence) => {
    expect(() => readRequest(args)).toThrow(sentence);
  });
});
