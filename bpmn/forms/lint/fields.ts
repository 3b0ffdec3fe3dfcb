/** Rules of one field by itself. */
import type { FormField } from '../form.js';
import { kindOfField } from '../kinds.js';
import { REGISTERS } from '../registers.js';
import { called, error, type FormFinding, type Placed } from './finding.js';

type Rule = (placed: Placed) => FormFinding[];

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** Conditions, processes and documents call a field by it. */
const named: Rule = (placed) =>
  NAME.test(placed.name)
    ? []
    : [
        error(
          'field-name',
          placed.place,
          `${called(placed)}的字段名“${placed.name}”不能用：只能用字母、数字和下划线，以字母开头。`,
        ),
      ];

const titled: Rule = ({ place, name, field }) =>
  field.title?.trim()
    ? []
    : [error('field-title', place, `字段 ${name} 没有名称；请写上申请人看得懂的名称。`)];

const ofAKind: Rule = (placed) => {
  const { place, field, within } = placed;
  const kind = kindOfField(field);
  if (!kind) {
    const said = field['x-kind'] ?? field.type ?? '（没有）';
    return [
      error('field-kind', place, `${called(placed)}的种类 ${said} 不认识；请从字段种类中选择。`),
    ];
  }
  const made = kind.make();
  if (field['x-kind'] !== undefined && field.type !== made.type)
    return [
      error(
        'field-kind',
        place,
        `${called(placed)}是“${kind.code}”，类型应为 ${made.type}；请删去后重新添加。`,
      ),
    ];
  const parts = kind.code === 'person' || kind.code === 'address' ? made.properties : {};
  const gone = Object.keys(parts ?? {}).filter((part) => !field.properties?.[part]);
  if (gone.length > 0)
    return [
      error('field-parts', place, `${called(placed)}缺少 ${gone.join('、')}；请删去后重新添加。`),
    ];
  if (kind.code === 'file' && field.items?.format !== 'uuid')
    return [
      error('field-parts', place, `${called(placed)}缺少文件编号（uuid）；请删去后重新添加。`),
    ];
  return within && !kind.column && kind.code !== 'long-text'
    ? [error('field-nested', place, `${called(placed)}不能放在分组或表格里；请移到表单中。`)]
    : [];
};

/** What is looked at beyond JSON Schema is looked for among the form's own fields. */
const ownFieldsOnly: Rule = (placed) => {
  if (!placed.conditional) return [];
  const { field, place } = placed;
  const told = (what: string) =>
    error(
      'field-conditional',
      place,
      `${called(placed)}只在部分填写内容下出现（allOf、then、else），不能${what}；请移到表单的字段中，用“出现条件”控制。`,
    );
  const found = [];
  if (KINDS_LOOKED_UP.has(kindOfField(field)?.code ?? '')) found.push(told('是文件或者地址'));
  if (field['x-shown'] !== undefined) found.push(told('再有出现条件'));
  if (field['x-prefill'] !== undefined) found.push(told('预填'));
  return found;
};

/** Whose files they are, and whether a region is one of the city's, only the platform can tell. */
const KINDS_LOOKED_UP = new Set(['file', 'address']);

const BOUNDS: [keyof FormField, keyof FormField, string][] = [
  ['minLength', 'maxLength', '最少字数大于最多字数'],
  ['minimum', 'maximum', '最小值大于最大值'],
  ['exclusiveMinimum', 'maximum', '最小值大于最大值'],
  ['minItems', 'maxItems', '最少项数大于最多项数'],
];

const bounded: Rule = (placed) =>
  BOUNDS.filter(([least, most]) => Number(placed.field[least]) > Number(placed.field[most])).map(
    ([, , what]) => error('field-bounds', placed.place, `${called(placed)}的${what}；请改正。`),
  );

const chosenFrom: Rule = (placed) => {
  const { field } = placed;
  const options = field.oneOf ?? field.items?.oneOf;
  if (!options) return [];
  const values = options.map((option) => option.const);
  const found = [];
  if (options.length < 2) found.push(`至少要有两个选项`);
  if (new Set(values).size < values.length) found.push(`有两个选项的值相同`);
  if (options.some(({ title }) => !title?.trim())) found.push(`有选项没有名称`);
  return found.map((what) =>
    error('field-choices', placed.place, `${called(placed)}${what}；请改正。`),
  );
};

const prefilled: Rule = (placed) => {
  const prefill = placed.field['x-prefill'];
  if (!prefill) return [];
  const register = REGISTERS.find(({ code }) => code === prefill.register);
  const told = (what: string) => [
    error('field-prefill', placed.place, `${called(placed)}的预填来源${what}；请从列表中选择。`),
  ];
  if (!register) return told(`“${prefill.register}”不是共享的登记库`);
  if (!Object.hasOwn(register.fields, prefill.field))
    return told(`“${register.name}”没有“${prefill.field}”这一项`);
  return placed.within || placed.field.type !== 'string' ? told('只能用于表单的文字、日期') : [];
};

export const FIELD_RULES: readonly Rule[] = [
  ...[named, titled, ofAKind, ownFieldsOnly, bounded, chosenFrom, prefilled],
];
