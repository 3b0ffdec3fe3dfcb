import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import {
  CaseNumber,
  ChineseDate,
  Decimal,
  Flag,
  Instant,
  ItemCode,
  ListOf,
  Nested,
  OneOf,
  OpenObject,
  Pattern,
  Patterns,
  Period,
  Periods,
  Plain,
  RegionCode,
  Shown,
  Text,
  Texts,
  Uuid,
  Uuids,
  Whole,
} from './index.js';

class Inner {
  @Text({ min: 2, max: 4 })
  name: string;
}

class Asked {
  @Text({ min: 1, max: 5 })
  text: string;

  @Pattern(/^[a-z]{1,3}$/)
  pattern: string;

  @OneOf(['a', 'b'])
  oneOf: 'a' | 'b';

  @Uuid()
  uuid: string;

  @Flag()
  flag: boolean;

  @Whole({ min: 1, max: 9 })
  whole: number;

  @Decimal({ min: 0, max: 1, places: 2 })
  decimal: number;

  @Instant()
  instant: string;

  @ChineseDate()
  day: string;

  @Nested(Inner)
  inner: Inner;

  @ListOf(Inner, { most: 2 })
  list: Inner[];

  @Texts({ least: 1, most: 2, max: 3 })
  texts: string[];

  @Patterns(/^[a-z]{1,3}$/, { most: 2 })
  patterns: string[];

  @Uuids({ most: 1 })
  uuids: string[];

  @OpenObject()
  open: Record<string, unknown>;

  @CaseNumber()
  caseNumber: string;

  @ItemCode()
  item: string;

  @RegionCode()
  region: string;

  @Period()
  period: string;

  @Periods({ most: 1 })
  periods: Record<string, string>;

  @Plain({ max: 3 })
  plain: string | number | boolean;

  @Text({ max: 3, optional: true })
  left?: string;

  @Text({ max: 3, nullable: true })
  none: string | null;
}

const UUID = '0190a0a0-0000-4000-8000-000000000001';
const RIGHT = {
  text: 'text',
  pattern: 'abc',
  oneOf: 'a',
  uuid: UUID,
  flag: true,
  whole: 9,
  decimal: 0.25,
  instant: '2026-11-29T08:00:00+08:00',
  day: '2026-11-29',
  inner: { name: 'name' },
  list: [{ name: 'name' }],
  texts: ['abc'],
  patterns: ['abc'],
  uuids: [UUID],
  open: { anything: [1] },
  caseNumber: '210381-2026-000001',
  item: '210117001000',
  region: '210381',
  period: '20wd',
  periods: { hearing: '20wd' },
  plain: false,
  none: null,
};

/** Names of the fields that are refused, as the API checks a body. */
function refused(body: object, shape: new () => object = Asked): string[] {
  const instance = plainToInstance(shape, body);
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  return errors.map(({ property }) => property);
}

it('takes what is right', () => {
  expect(refused(RIGHT)).toEqual([]);
  expect(refused({ ...RIGHT, left: 'abc', none: 'abc' })).toEqual([]);
});

it.each(Object.keys(RIGHT).filter((name) => name !== 'none'))('asks for “%s”', (name) => {
  const { [name as 'text']: _, ...rest } = RIGHT;
  expect(refused(rest)).toEqual([name]);
});

it.each<[string, unknown]>([
  ['text', ''],
  ['text', 'sixsix'],
  ['text', 5],
  ['pattern', 'abcd'],
  ['oneOf', 'c'],
  ['uuid', 'abc'],
  ['flag', 'true'],
  ['whole', 10],
  ['whole', 0],
  ['whole', 1.5],
  ['decimal', 1.1],
  ['decimal', 0.333],
  ['decimal', 1e-7],
  ['decimal', {}],
  ['instant', 'yesterday'],
  ['instant', `2026-11-29T08:00:00.${'0'.repeat(100)}Z`],
  ['day', '2026-11-31'],
  ['day', '2026-11-29T08:00:00Z'],
  ['inner', { name: 'n' }],
  ['inner', { name: 'name', more: 1 }],
  ['inner', 'name'],
  ['list', [{ name: 'name' }, { name: 'name' }, { name: 'name' }]],
  ['list', [{ name: 'n' }]],
  ['texts', []],
  ['texts', ['abcd']],
  ['texts', ['a', 'b', 'c']],
  ['texts', 'abc'],
  ['patterns', ['ABC']],
  ['patterns', ['a', 'b', 'c']],
  ['uuids', ['abc']],
  ['uuids', [UUID, UUID]],
  ['open', 'text'],
  ['caseNumber', 'x'.repeat(65)],
  ['item', '21011700100'],
  ['region', '2103'],
  ['period', '20'],
  ['periods', { hearing: 'soon' }],
  ['periods', { hearing: '20wd', notice: '5wd' }],
  ['periods', '20wd'],
  ['plain', 'abcd'],
  ['plain', Number.NaN],
  ['plain', {}],
  ['left', 'abcd'],
  ['left', null],
  ['none', 'abcd'],
  ['unheard', 1],
])('refuses a wrong “%s”: %j', (name, value) => {
  expect(refused({ ...RIGHT, [name]: value })).toEqual([name]);
});

it('asks for what a shape needs that its base leaves open', () => {
  class Open {
    @Text({ max: 3, optional: true })
    text?: string;
  }
  class Needed extends Open {
    @Text({ max: 3 })
    declare text: string;
  }
  expect(refused({}, Open)).toEqual([]);
  expect(refused({}, Needed)).toEqual(['text']);
});

it('refuses what is only shown where something is asked', () => {
  class Careless {
    @Text({ max: 3 })
    text: string;

    @Shown.text()
    forgotten: string;
  }
  expect(refused({ text: 'abc', forgotten: 'x' }, Careless)).toEqual(['forgotten']);
});

it('says in the document what is checked', () => {
  const written = (name: string): unknown =>
    Reflect.getMetadata('swagger/apiModelProperties', Asked.prototype, name);
  expect(written('text')).toMatchObject({ type: String, minLength: 1, maxLength: 5 });
  expect(written('whole')).toMatchObject({ type: 'integer', minimum: 1, maximum: 9 });
  expect(written('texts')).toMatchObject({
    items: { type: 'string', maxLength: 3 },
    minItems: 1,
    maxItems: 2,
  });
  expect(written('left')).toMatchObject({ required: false, maxLength: 3 });
  expect(written('none')).toMatchObject({ nullable: true, maxLength: 3 });
});

it('lets the compiler hold a field to its property', () => {
  class Wrong {
    // @ts-expect-error a text without a limit
    @Text({})
    unlimited: string;

    // @ts-expect-error a list without a limit
    @ListOf(Inner, {})
    endless: Inner[];

    // @ts-expect-error a number is no text
    @Text({ max: 3 })
    number: number;

    // @ts-expect-error it may be null, and the field does not say so
    @Shown.text()
    nullable: string | null;

    // @ts-expect-error it may be left out, and the field does not say so
    @Shown.text()
    optional?: string;

    // @ts-expect-error more values than the document lists
    @Shown.oneOf(['a', 'b'])
    values: 'a' | 'b' | 'c';

    // @ts-expect-error another shape
    @Shown.list(Inner)
    shape: { other: string }[];
  }
  expect(new Wrong()).toBeDefined();
});
