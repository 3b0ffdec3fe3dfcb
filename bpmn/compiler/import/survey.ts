/**
 * The import report: what of a foreign file is done otherwise here, or not at all, element by
 * element, with what to do. Everything of a known engine's namespaces is either read by its
 * dialect or stands here; other namespaces mean nothing to execution and are kept as they are.
 */
import { ForeignReader, own } from '../attributes.js';
import { CAMUNDA, ZEEBE } from '../dialects/namespaces.js';
import { owners } from '../dialects/standard.js';
import type { Findings } from '../findings.js';
import { children, contents, is, type BpmnNode } from '../moddle.js';
import { camundaAttributes, camundaElements } from './camunda.js';
import { schemaOfFields, schemaOfForm } from './embedded-form.js';
import { warning, type Note, type Treatment, type Treatments } from './note.js';
import * as people from './people.js';
import { zeebeAttributes, zeebeElements } from './zeebe.js';

/** Reports everything in a file that is not carried over; nothing here keeps it from running. */
export function survey(
  definitions: BpmnNode,
  prefixes: ReadonlyMap<string, readonly string[]>,
  findings: Findings,
): void {
  const processes = children(definitions, 'rootElements').filter((root) => is(root, 'Process'));
  const sketches = processes.filter((process) => process.get('isExecutable') === false);
  const drawn = new Set(sketches.length < processes.length ? sketches : []);
  new Surveyor(new ForeignReader(prefixes), findings, drawn).visit(definitions, undefined);
}

class Surveyor {
  constructor(
    private readonly foreign: ForeignReader,
    private readonly findings: Findings,
    /** Pools that their file says do not run, beside others that do. */
    private readonly sketches: ReadonlySet<BpmnNode>,
  ) {}

  visit(node: BpmnNode, around: string | undefined): void {
    if (/^(bpmndi|dc|di):/.test(node.$type) || this.sketches.has(node)) return;
    const id = is(node, 'FlowElement') || is(node, 'RootElement') ? (node.id ?? around) : around;
    this.attributes(node, id, CAMUNDA, camundaAttributes);
    this.attributes(node, id, ZEEBE, zeebeAttributes);
    for (const extension of this.foreign.extensionsOf(node, CAMUNDA))
      this.camundaElement(node, id, extension);
    for (const extension of this.foreign.extensionsOf(node, ZEEBE))
      this.zeebeElement(node, id, extension);
    if (is(node, 'UserTask')) this.owners(node, id);
    if (is(node, 'Activity')) this.dataStores(node, id);
    for (const inner of contents(node)) this.visit(inner, id);
  }

  private attributes(
    node: BpmnNode,
    id: string | undefined,
    namespaces: readonly string[],
    treatments: Treatments,
  ): void {
    for (const [name, text] of this.foreign.attributesOf(node, namespaces))
      this.treat(node, id, name, text, treatmentOf(treatments, name));
  }

  private camundaElement(node: BpmnNode, id: string | undefined, extension: BpmnNode): void {
    const name = localOf(extension);
    const text = this.formText(name, extension) ?? own(extension, 'class') ?? shortText(extension);
    this.treat(node, id, name, text, treatmentOf(camundaElements, name));
    if (own(extension, 'businessKey') !== undefined)
      this.treat(
        node,
        id,
        'businessKey',
        own(extension, 'businessKey'),
        camundaAttributes.businessKey,
      );
  }

  /** Embedded fields are listed as the schema they would be here. */
  private formText(name: string, extension: BpmnNode): string | undefined {
    if (name === 'formData')
      return schemaOfFields(this.foreign.inside(extension, CAMUNDA, 'formField'), this.foreign);
    return name === 'formProperty' ? schemaOfFields([extension], this.foreign) : undefined;
  }

  private zeebeElement(node: BpmnNode, id: string | undefined, extension: BpmnNode): void {
    const name = localOf(extension);
    const text =
      name === 'userTaskForm' ? schemaOfForm(extension.$body ?? '') : shortText(extension);
    this.treat(node, id, name, text, treatmentOf(zeebeElements, name));
    for (const [key, treatment] of Object.entries(zeebeElements)) {
      const [element, attribute] = key.split('.');
      const value = element === name && attribute ? own(extension, attribute) : undefined;
      if (value !== undefined) this.treat(node, id, key, value, treatment);
    }
  }

  private owners(node: BpmnNode, id: string | undefined): void {
    for (const { name, user } of owners(node))
      this.treat(node, id, 'resourceRole', name, user ? people.users : people.groups);
  }

  private dataStores(node: BpmnNode, id: string | undefined): void {
    const associations = [
      ...children(node, 'dataInputAssociations'),
      ...children(node, 'dataOutputAssociations'),
    ];
    for (const association of associations)
      for (const end of [association.get('targetRef'), ...children(association, 'sourceRef')])
        if (isStore(end))
          this.note(id, 'dataStore', end.name, warning('数据存储不在办件中；请用适配器读写'));
  }

  private treat(
    node: BpmnNode,
    id: string | undefined,
    name: string,
    text: string | undefined,
    treatment: Treatment | undefined,
  ): void {
    const note =
      typeof treatment === 'function' ? treatment(text ?? '', node, this.foreign) : treatment;
    const ours = note?.unless !== undefined && node.get(`onestop:${note.unless}`);
    if (!ours) this.note(id, name, text, note);
  }

  private note(
    id: string | undefined,
    attribute: string,
    text: string | undefined,
    note: Note | undefined,
  ): void {
    if (!note) return;
    const { severity, advice, rule = 'not-carried-over' } = note;
    const what = text !== undefined && text.length <= 80 ? `${attribute}“${text}”` : attribute;
    this.findings[severity](rule, id, `${what}：${advice}。`, {
      attribute,
      ...(text !== undefined && text !== '' && { text }),
      advice,
    });
  }
}

const UNKNOWN = warning('本平台不认识，未带入；如影响办理，请用本平台的属性重新填写');

const treatmentOf = (treatments: Treatments, name: string): Treatment | undefined =>
  Object.hasOwn(treatments, name) ? treatments[name] : UNKNOWN;

const localOf = (extension: BpmnNode): string =>
  extension.$type.slice(extension.$type.indexOf(':') + 1);

function shortText(extension: BpmnNode): string | undefined {
  const text = own(extension, 'name') ?? extension.$body?.trim();
  return text === '' ? undefined : text;
}

const isStore = (value: unknown): value is BpmnNode =>
  typeof value === 'object' && value !== null && is(value as BpmnNode, 'DataStoreReference');
