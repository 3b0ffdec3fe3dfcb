/** The editor's packages that bring no types; only what is used here is described. */
declare module 'bpmn-js-properties-panel' {
  import type { ModuleDeclaration } from 'didi';
  export const BpmnPropertiesPanelModule: ModuleDeclaration;
  export const BpmnPropertiesProviderModule: ModuleDeclaration;
}

declare module '@bpmn-io/properties-panel' {
  type Component = (props: Record<string, unknown>) => unknown;
  export const TextFieldEntry: Component;
  export const TextAreaEntry: Component;
  export const SelectEntry: Component;
  export const CheckboxEntry: Component;
  export const FeelTextAreaEntry: Component;
  /** Of preact. */
  export const FeelLanguageContext: { Provider: Component };
  export const isFeelEntryEdited: (node: unknown) => boolean;
  export const isTextFieldEntryEdited: (node: unknown) => boolean;
  export const isTextAreaEntryEdited: (node: unknown) => boolean;
  export const isSelectEntryEdited: (node: unknown) => boolean;
  export const isCheckboxEntryEdited: (node: unknown) => boolean;
}

declare module '@bpmn-io/properties-panel/preact/jsx-runtime' {
  export function jsx(
    type: string | ((props: Record<string, unknown>) => unknown),
    props: Record<string, unknown>,
  ): unknown;
}

declare module 'bpmn-js-i18n/translations/zn' {
  const translations: Record<string, string>;
  export default translations;
}

declare module 'diagram-js-minimap' {
  import type { ModuleDeclaration } from 'didi';
  const minimap: ModuleDeclaration;
  export default minimap;
}
