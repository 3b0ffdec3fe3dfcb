/**
 * Forms are JSON Schemas beside the diagrams: `bpmn/processes/forms/<key>.schema.json`, and how they
 * look: `<key>.ui.json`. Checked here by ajv, told in Chinese, every fault at once.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import localize from 'ajv-i18n';
import { FORMATS } from '../../../bpmn/forms/index.js';
import { notFound, unprocessable } from '../../platform/errors.js';
import type { FormFieldDto } from './form-field.dto.js';

/** How a form looks: react-jsonschema-form's uiSchema. */
export type UiSchema = Record<string, unknown>;

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../../bpmn/processes/forms');

// Its types announce a default export that the module does not have.
const { zh } = localize as unknown as { zh: (errors: ErrorObject[]) => void };

const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, logger: false });
addFormats.default(ajv);
for (const [name, holds] of Object.entries(FORMATS)) ajv.addFormat(name, holds);

/** What to tell where ajv's own words help nobody. */
const FORMAT_ADVICE: Record<string, string> = {
  'id-number': '身份证号码不正确，请核对 18 位号码（含校验码）',
  'credit-code': '统一社会信用代码不正确，请核对 18 位代码（含校验码）',
  phone: '电话号码不正确，请填写 11 位手机号或带区号的固定电话',
  date: '应为日期，例如 2026-11-22',
};

interface Form {
  schema: FormFieldDto;
  uiSchema: UiSchema;
  validate: ValidateFunction;
}

const cache = new Map<string, Promise<Form>>();

async function readJson<Content>(name: string): Promise<Content | null> {
  try {
    return JSON.parse(await readFile(join(FOLDER, name), 'utf8')) as Content;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function load(key: string): Promise<Form> {
  const schema = /^[\w-]+$/.test(key) ? await readJson<FormFieldDto>(`${key}.schema.json`) : null;
  if (!schema) throw notFound('form-not-found', `没有表单 ${key}，请联系流程管理员。`);
  const uiSchema = (await readJson<UiSchema>(`${key}.ui.json`)) ?? {};
  return { schema, uiSchema, validate: ajv.compile(schema) };
}

/** A form by its key. @throws DomainError `form-not-found` */
export function readForm(key: string): Promise<Form> {
  let form = cache.get(key);
  if (!form) {
    form = load(key);
    cache.set(key, form);
    form.catch(() => cache.delete(key));
  }
  return form;
}

/** Schema of a task's or item's form; null when it has none. */
export async function formSchema(key: string | null): Promise<FormFieldDto | null> {
  return key ? (await readForm(key)).schema : null;
}

/** One fault: the field as a JSON pointer, and what to do about it. */
export interface FormFault {
  field: string;
  title: string;
  message: string;
}

function faultOf(error: ErrorObject): FormFault {
  const params = error.params as Record<string, string | undefined>;
  const rule = error.parentSchema as FormFieldDto | undefined;
  const missing = error.keyword === 'required' ? params.missingProperty : undefined;
  const field = missing ? `${error.instancePath}/${missing}` : error.instancePath || '/';
  const title = (missing ? rule?.properties?.[missing]?.title : rule?.title) ?? field.slice(1);
  const advice = error.keyword === 'format' ? FORMAT_ADVICE[params.format ?? ''] : undefined;
  const text = missing ? '必须填写' : (advice ?? error.message ?? '不符合要求');
  return { field, title, message: `${title || '表单'}：${text}` };
}

/** Every fault of the data against a form. @throws DomainError `form-not-found` */
export async function formFaults(key: string, data: unknown): Promise<FormFault[]> {
  const { validate } = await readForm(key);
  if (validate(data)) return [];
  // if/then wrappers only repeat that something inside them failed.
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  zh(errors);
  return errors.map(faultOf);
}

/** @throws DomainError `form-invalid` listing every fault */
export async function checkForm(key: string, data: unknown): Promise<void> {
  const faults = await formFaults(key, data);
  if (faults.length === 0) return;
  throw unprocessable(
    'form-invalid',
    `表单有 ${faults.length} 处需要修改：${faults[0]!.message}${faults.length > 1 ? ' 等' : ''}。请改正后再提交。`,
    { errors: faults },
  );
}
