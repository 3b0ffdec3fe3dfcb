import { sectionsOf } from './index.js';

const form = { properties: { name: {}, phone: {}, area: {}, floor: {} } };
const look = (sections: object[]) => ({
  ...{ 'ui:order': ['name', 'phone', 'area', 'floor'], 'ui:sections': sections },
});

it('gives each section the fields from its first to where the next begins, in the form’s order', () => {
  const sections = sectionsOf(
    form,
    look([
      { title: '主体', titleEn: 'Business', from: 'name' },
      { title: '场所', from: 'area' },
    ]),
  );
  expect(sections).toEqual([
    { title: '主体', titleEn: 'Business', names: ['name', 'phone'] },
    { title: '场所', titleEn: null, names: ['area', 'floor'] },
  ]);
});

it('leaves no field out: what stands before the first goes with it, and an unknown beginning is empty', () => {
  const sections = sectionsOf(
    form,
    look([
      { title: '场所', from: 'area' },
      { title: '无', from: 'x' },
    ]),
  );
  expect(sections.map(({ names }) => names)).toEqual([['name', 'phone', 'area', 'floor']]);
});

it('divides nothing that is not said to be divided', () => {
  expect(sectionsOf(form, {})).toEqual([]);
});
