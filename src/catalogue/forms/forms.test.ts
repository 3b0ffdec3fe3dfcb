import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const FORMS = new URL('../../../bpmn/processes/forms/', import.meta.url);
const read = (address: URL): unknown => JSON.parse(readFileSync(address, 'utf8'));

interface Shape {
  additionalProperties?: boolean;
}
const { components } = read(new URL('../../../web/openapi.json', import.meta.url)) as {
  components: { schemas: { FormFieldDto: Shape; FormChoiceDto: Shape } };
};
const { FormFieldDto, FormChoiceDto } = components.schemas;
FormFieldDto.additionalProperties = false;
FormChoiceDto.additionalProperties = false;

const ajv = new Ajv({ strict: false, schemas: { api: { components } } });
const isForm = ajv.compile({ $ref: 'api#/components/schemas/FormFieldDto' });

it.each(readdirSync(FORMS).filter((name) => name.endsWith('.schema.json')))(
  '%s is written in the words that the interface declares',
  (name) => {
    isForm(read(new URL(name, FORMS)));
    expect(isForm.errors ?? []).toEqual([]);
  },
);

it('knows a word that is not declared', () => {
  expect(isForm({ properties: { name: { typ: 'string' } } })).toBe(false);
});
