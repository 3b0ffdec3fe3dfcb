import type { FormField } from '../index.js';
import { hiddenFields, shownData } from './index.js';

const form: FormField = {
  type: 'object',
  required: ['area', 'depth', 'reason'],
  properties: {
    area: { type: 'number' },
    deep: { type: 'boolean', 'x-shown': 'area > 80' },
    depth: { type: 'number', 'x-shown': 'deep' },
    reason: { type: 'string', 'x-shown': 'depth > 3 or depth = null and area > 500' },
  },
};
const hidden = (data: Record<string, unknown>) => [...hiddenFields(form, data, 0)];

it('hides what no condition brings up, also where it is not answered yet', () => {
  expect(hidden({})).toEqual(['deep', 'depth', 'reason']);
  expect(hidden({ area: 100 })).toEqual(['depth', 'reason']);
  expect(hidden({ area: 100, deep: true })).toEqual(['reason']);
  expect(hidden({ area: 100, deep: true, depth: 4 })).toEqual([]);
});

it('takes what is hidden for unanswered, and hides what it brought up', () => {
  expect(hidden({ area: 10, deep: true, depth: 4 })).toEqual(['deep', 'depth', 'reason']);
  expect(hidden({ area: 600, deep: false, depth: 1 })).toEqual(['depth']);
});

it('ends also where a circle does not settle', () => {
  const circle: FormField = {
    properties: {
      a: { type: 'string', 'x-shown': 'b = null' },
      b: { type: 'string', 'x-shown': 'a = null' },
    },
  };
  expect(hiddenFields(circle, { a: '1', b: '2' }, 0).size).toBeLessThanOrEqual(2);
});

it('leaves what is shown, asked for and answered', () => {
  const gone = new Set(['depth', 'reason']);
  expect(shownData({ area: 1, depth: 2 }, gone)).toEqual({ area: 1 });
});
