import { recommendedRules } from '../../../bpmn/lint/recommended.js';
import { rules } from '../../../bpmn/lint/rules/index.js';
import { englishFindings } from './englishFindings.js';

it('has English words for every rule of the lint', () => {
  const names = [...Object.keys(recommendedRules), ...rules.map(({ name }) => name)];
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !englishFindings.has(name))).toEqual([]);
});
