/**
 * From which register a field of a form is filled in, and with which it is compared: what the form says of
 * the field itself, else what the field's name means in every form.
 */
import { REGISTERS, type Prefill } from '../../../bpmn/forms/index.js';
import type { FormFieldDto } from '../forms/index.js';
import type { ItemDefinition } from './definition/index.js';

const from = (register: string, field: string): Prefill => ({ register, field });

/** The first that has a value fills the field in. */
export const FILLED_FROM: Readonly<Record<string, readonly Prefill[]>> = {
  creditCode: [from('business-registration', 'creditCode')],
  businessName: [from('business-registration', 'name')],
  operatorName: [from('business-registration', 'operator'), from('population', 'name')],
  address: [from('business-registration', 'address')],
  idNumber: [from('population', 'idNumber')],
  name: [from('population', 'name')],
  birthDate: [from('population', 'birthDate')],
  householdAddress: [from('population', 'householdAddress')],
};

/** Filled in by the applicant, and compared all the same. */
const COMPARED_WITH: Readonly<Record<string, readonly Prefill[]>> = {
  bankAccount: [from('social-card', 'account')],
};

/** Fields of a form → what of which registers they are compared with. */
export function sourcesOfFields({
  properties = {},
}: FormFieldDto): Map<string, readonly Prefill[]> {
  return new Map(
    Object.entries(properties).flatMap(([name, field]) => {
      const bound = field['x-prefill'];
      const sources = bound ? [bound] : (FILLED_FROM[name] ?? COMPARED_WITH[name] ?? []);
      return sources.length > 0 ? [[name, sources] as const] : [];
    }),
  );
}

/** Fields that these records fill in → what the register is called. */
export function registersFilling(
  { properties = {} }: FormFieldDto,
  records: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>,
): Record<string, string> {
  const filled = Object.entries(properties).flatMap(([name, field]) => {
    const bound = field['x-prefill'];
    const sources = bound ? [bound] : (FILLED_FROM[name] ?? []);
    const first = sources.find((one) => {
      const value = records[one.register]?.[one.field];
      return typeof value === 'string' && value !== '';
    });
    const register = REGISTERS.find(({ code }) => code === first?.register);
    return register ? [[name, register.name] as const] : [];
  });
  return Object.fromEntries(filled);
}

/** Whence what is held is known, by `heldAs` of a material. */
const HELD_IN: Readonly<Record<string, string>> = {
  property: 'property',
  'social-security-card': 'social-card',
};
const LICENCE_STORE = 'licence-store';

/** The registers whose answers an application of this item has a use for. */
export function usefulRegisters(item: ItemDefinition, schema: FormFieldDto): ReadonlySet<string> {
  const compared = [...sourcesOfFields(schema).values()].flat().map(({ register }) => register);
  const held = item.materials.flatMap(({ heldAs }) =>
    heldAs === undefined ? [] : [HELD_IN[heldAs] ?? LICENCE_STORE],
  );
  return new Set([...compared, ...held]);
}
