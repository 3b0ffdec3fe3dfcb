import { resolve } from 'node:path';
import { readBackupRequest, readRestoreRequest } from './request.js';

/** 2026-11-30 02:05 in China. */
const NOW = Date.UTC(2026, 10, 29, 18, 5);

describe('what backup is asked', () => {
  it.each([
    [['b'], { folder: resolve('b') }],
    [['--into', '/kept'], { folder: '/kept/2026-11-30T0205' }],
    [
      ['--into', '/kept', '--keep', '7'],
      { folder: '/kept/2026-11-30T0205', keep: { in: '/kept', newest: 7 } },
    ],
  ])('%j', (args, request) => {
    expect(readBackupRequest(args, NOW)).toEqual(request);
  });

  it.each([
    [[]],
    [['']],
    [['a', 'b']],
    [['a', '--into', 'b']],
    [['a', '--keep', '3']],
    [['--into', 'a', '--keep', '0']],
    [['--keep', '3']],
    [['--now']],
  ])('%j is refused with the usage', (args) => {
    expect(() => readBackupRequest(args, NOW)).toThrow('用法');
  });
});

describe('what restore is asked', () => {
  it('a folder, and perhaps an epoch', () => {
    expect(readRestoreRequest(['/b'])).toEqual({ folder: '/b' });
    expect(readRestoreRequest(['/b', '--epoch', '12'])).toEqual({ folder: '/b', epoch: 12 });
  });

  it.each([
    [[], '用法'],
    [['a', 'b'], '用法'],
    [['a', '--epoch', '-1'], '用法'],
    [['a', '--epoch', '0'], '不是纪元'],
    [['a', '--epoch', 'x'], '不是纪元'],
  ])('%j is refused in a sentence', (args, sentence) => {
    expect(() => readRestoreRequest(args)).toThrow(sentence);
  });
});
