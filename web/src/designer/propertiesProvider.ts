/** Adds our group (办理) to the properties panel: who, what, how long, with which form. */
import {
  CheckboxEntry,
  isCheckboxEntryEdited,
  isSelectEntryEdited,
  isTextAreaEntryEdited,
  isTextFieldEntryEdited,
  SelectEntry,
  TextAreaEntry,
  TextFieldEntry,
} from '@bpmn-io/properties-panel';
import type { Element, ModdleElement } from 'bpmn-js/lib/model/Types';
import type BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import { i18n } from '../shared/i18n.js';
import { fieldsOf, type Field } from './fields.js';

interface PropertiesPanel {
  registerProvider(priority: number, provider: unknown): void;
}

type Group = Record<string, unknown>;
type Value = string | boolean | undefined;

const ENTRIES = {
  text: { component: TextFieldEntry, isEdited: isTextFieldEntryEdited },
  area: { component: TextAreaEntry, isEdited: isTextAreaEntryEdited },
  select: { component: SelectEntry, isEdited: isSelectEntryEdited },
  check: { component: CheckboxEntry, isEdited: isCheckboxEntryEdited },
} as const;

class OnestopProvider {
  static $inject = ['propertiesPanel', 'modeling', 'bpmnFactory', 'debounceInput'];

  constructor(
    panel: PropertiesPanel,
    private readonly modeling: Modeling,
    private readonly factory: BpmnFactory,
    private readonly debounce: unknown,
  ) {
    panel.registerProvider(400, this);
  }

  getGroups(element: Element) {
    return (groups: Group[]): Group[] => {
      const business = element.businessObject as ModdleElement;
      const looped = Boolean(business.get('loopCharacteristics'));
      const fields = fieldsOf(element.type, looped);
      if (fields.length === 0) return groups;
      const own = {
        id: 'onestop',
        label: i18n.t('designer.group'),
        entries: fields.map((field) => this.entry(element, field)),
        shouldOpen: true,
      };
      const [general, ...others] = groups;
      return general ? [general, own, ...others] : [own];
    };
  }

  private entry(element: Element, field: Field) {
    const id = `onestop-${field.name}`;
    const { component, isEdited } = ENTRIES[field.kind];
    const options = ['', ...(field.options ?? [])].map((value) => ({
      value,
      label: value ? `${i18n.t(`${field.name}.${value}`)}（${value}）` : i18n.t('designer.inherit'),
    }));
    const props = {
      element,
      id,
      label: i18n.t(`designer.field.${field.name}`),
      description: i18n.t(`designer.hint.${field.name}`, { defaultValue: '' }) || undefined,
      debounce: this.debounce,
      getValue: () => this.read(element, field) ?? (field.kind === 'check' ? false : ''),
      setValue: (value: Value) => this.write(element, field, value || undefined),
      getOptions: () => options,
    };
    // The same component each time: another one would be mounted anew, and what is typed would go astray.
    return { ...props, isEdited, component };
  }

  private read(element: Element, field: Field): Value {
    const business = element.businessObject as ModdleElement;
    if (field.at === 'condition') {
      return (business.get('conditionExpression') as ModdleElement | undefined)?.get(
        'body',
      ) as Value;
    }
    if (field.at === 'script') return business.get('script') as Value;
    const holder =
      field.at === 'loop' ? (business.get('loopCharacteristics') as ModdleElement) : business;
    return holder.get(`onestop:${field.name}`) as Value;
  }

  private write(element: Element, field: Field, value: Value): void {
    const business = element.businessObject as ModdleElement;
    if (field.at === 'condition') {
      const body = value && this.factory.create('bpmn:FormalExpression', { body: value });
      this.modeling.updateProperties(element, { conditionExpression: body });
    } else if (field.at === 'script') {
      this.modeling.updateProperties(element, { script: value });
    } else if (field.at === 'loop') {
      const loop = business.get('loopCharacteristics') as ModdleElement;
      this.modeling.updateModdleProperties(element, loop, { [`onestop:${field.name}`]: value });
    } else {
      this.modeling.updateProperties(element, { [`onestop:${field.name}`]: value });
    }
  }
}

export const onestopPropertiesModule = {
  __init__: ['onestopProperties'],
  onestopProperties: ['type', OnestopProvider],
};
