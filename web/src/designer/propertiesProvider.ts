/** Adds our group (办理) to the properties panel: who, what, how long, with which form. */
import {
  CheckboxEntry,
  FeelLanguageContext,
  FeelTextAreaEntry,
  isCheckboxEntryEdited,
  isFeelEntryEdited,
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
import { jsx } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { FeelVariable } from '../shared/feel/builtins.js';
import { ADAPTER_TEMPLATES } from './adapterTemplates.js';
import { fieldsOf, type Field } from './fields.js';
import {
  type Choice,
  type Lists,
  outcomeAsked,
  outcomesBefore,
  pageOf,
  readLists,
  withCode,
} from './lists.js';
import { variablesAt } from './variables.js';

interface PropertiesPanel {
  registerProvider(priority: number, provider: unknown): void;
}

type Group = Record<string, unknown>;
type Value = string | boolean | undefined;

/** What the editor of expressions offers; ours come with the evaluator, a moment after the page. */
const language: { builtins: FeelVariable[] } = { builtins: [] };

/** An expression with the functions and variables that there are; what is no FEEL stays as it was written. */
const FeelField = (props: Record<string, unknown>) =>
  jsx(FeelLanguageContext.Provider, {
    value: language,
    children: jsx(FeelTextAreaEntry, { ...props, feel: 'optional-default-enabled' }),
  });

const ENTRIES = {
  feel: { component: FeelField, isEdited: isFeelEntryEdited },
  text: { component: TextFieldEntry, isEdited: isTextFieldEntryEdited },
  area: { component: TextAreaEntry, isEdited: isTextAreaEntryEdited },
  select: { component: SelectEntry, isEdited: isSelectEntryEdited },
  check: { component: CheckboxEntry, isEdited: isCheckboxEntryEdited },
} as const;

class OnestopProvider {
  private lists: Lists = {};
  static $inject = ['propertiesPanel', 'modeling', 'bpmnFactory', 'debounceInput', 'eventBus'];

  constructor(
    panel: PropertiesPanel,
    private readonly modeling: Modeling,
    private readonly factory: BpmnFactory,
    private readonly debounce: unknown,
    events: EventBus,
  ) {
    panel.registerProvider(400, this);
    void import('../shared/feel/builtins.js').then(({ feelBuiltins }) => {
      language.builtins = feelBuiltins;
    });
    readLists((lists) => {
      this.lists = lists;
      events.fire('propertiesPanel.providersChanged');
    });
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
    const props = {
      element,
      id,
      label: i18n.t(`designer.field.${field.name}`),
      description: this.description(element, field),
      debounce: this.debounce,
      ...(field.kind === 'feel' && { variables: variablesAt(element) }),
      getValue: () => this.read(element, field) ?? (field.kind === 'check' ? false : ''),
      setValue: (value: Value) => this.write(element, field, value || undefined),
      getOptions: () => this.options(element, field),
    };
    // The same component each time: another one would be mounted anew, and what is typed would go astray.
    return { ...props, isEdited, component };
  }

  private options(element: Element, field: Field): Choice[] {
    const { name, list } = field;
    const none = {
      value: '',
      label: i18n.t(list || field.at ? 'designer.not-set' : 'designer.inherit'),
    };
    if (field.at === 'outcome') return [none, ...outcomesBefore(element)];
    if (!list)
      return [
        none,
        ...(field.options ?? []).map((value) => ({
          value,
          label: withCode(i18n.t(`${name}.${value}`), value),
        })),
      ];
    const choices = this.lists[list] ?? [];
    const value = String(this.read(element, field) ?? '');
    const listed = value === '' || choices.some((choice) => choice.value === value);
    const own = listed
      ? []
      : [{ value, label: `${value}${this.lists[list] ? i18n.t('designer.not-listed') : ''}` }];
    return [none, ...own, ...choices];
  }

  /** A hint, or the way to what is named. */
  private description(element: Element, field: Field): unknown {
    const value = field.list && this.read(element, field);
    const href = field.list && value && pageOf(field.list, String(value));
    if (href)
      return jsx('a', {
        href,
        target: '_blank',
        rel: 'noreferrer',
        children: i18n.t('designer.open'),
      });
    if (field.name === 'input') {
      const template = this.template(element);
      if (template) return template;
    }
    return i18n.t(`designer.hint.${field.name}`, { defaultValue: '' }) || undefined;
  }

  /** What the adapter takes and gives, and a click that fills in what to begin with. */
  private template(element: Element): unknown {
    const adapter = this.read(element, { name: 'adapter', kind: 'select' });
    const template = Object.entries(ADAPTER_TEMPLATES).find(([name]) => name === adapter)?.[1];
    if (!template) return undefined;
    const { takes, gives, input } = template;
    const field: Field = { name: 'input', kind: 'feel' };
    const told = i18n.t('designer.template', {
      takes: takes.join(', ') || '—',
      gives: gives.map((name) => `${element.id}.${name}`).join(', '),
    });
    const fill = jsx('button', {
      type: 'button',
      class: 'template-fill',
      onClick: () => this.write(element, field, input),
      children: i18n.t('designer.template-fill'),
    });
    return jsx('span', { children: [told, input && !this.read(element, field) ? fill : ''] });
  }

  private read(element: Element, field: Field): Value {
    if (field.at === 'outcome')
      return outcomeAsked(this.read(element, { ...field, at: 'condition' }));
    const business = element.businessObject as ModdleElement;
    if (field.at === 'condition') {
      return (business.get('conditionExpression') as ModdleElement | undefined)?.get(
        'body',
      ) as Value;
    }
    if (field.at === 'script') return business.get('script') as Value;
    if (field.at === 'called') return business.get('calledElement') as Value;
    const holder =
      field.at === 'loop' ? (business.get('loopCharacteristics') as ModdleElement) : business;
    return holder.get(`onestop:${field.name}`) as Value;
  }

  private write(element: Element, field: Field, value: Value): void {
    const business = element.businessObject as ModdleElement;
    if (field.at === 'condition' || field.at === 'outcome') {
      const body = value && this.factory.create('bpmn:FormalExpression', { body: value });
      this.modeling.updateProperties(element, { conditionExpression: body });
    } else if (field.at === 'script') {
      this.modeling.updateProperties(element, { script: value });
    } else if (field.at === 'called') {
      this.modeling.updateProperties(element, { calledElement: value });
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
