/** What a form asks is judged by the day it was handed in, whenever it is corrected. */
import * as conditions from '../../../../bpmn/forms/conditions/index.js';
import { askedOn } from './askedOn.js';

const schema = {
  properties: {
    from: { type: 'string', title: '开始日期' },
    hurry: {
      type: 'string',
      title: '加急的理由',
      'x-shown': 'date(from) <= today() + duration("P3D")',
    },
  },
};
const data = { from: '2026-06-10', hurry: '赶工期' };
const noon = (day: string) => Date.parse(`${day}T12:00:00+08:00`);

it('asks months later for the same fields as on the day of handing in', () => {
  const handedIn = askedOn(conditions, schema, noon('2026-06-01'));
  expect([...handedIn.hidden(data)]).toEqual(['hurry']);
  expect(handedIn.kept(data)).toEqual({ from: '2026-06-10' });
  const lately = askedOn(conditions, schema, noon('2026-06-09'));
  expect([...lately.hidden(data)]).toEqual([]);
  expect(lately.kept(data)).toEqual(data);
});

it('judges what is not handed in yet by now', () => {
  const soon = { from: new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }) };
  expect([...askedOn(conditions, schema).hidden(soon)]).toEqual([]);
  expect([...askedOn(conditions, schema).hidden({ from: '2999-01-01' })]).toEqual(['hurry']);
});
