/** Variables in and out of activities, as Camunda 7 and its kin write them. */
import {
  own,
  type Attributes,
  type ForeignReader,
  type MappingText,
  type Refusal,
} from '../attributes.js';
import {
  composedOf,
  hasJuel,
  JuelError,
  translateJuel,
  translateScript,
  type Translation,
} from '../translation/index.js';
import { isScript } from '../expressions.js';
import type { BpmnNode } from '../moddle.js';
import { CAMUNDA } from './namespaces.js';

/** `inputOutput`: texts, expressions, scripts, and lists and maps of these. */
export function parameters(node: BpmnNode, foreign: ForeignReader): Attributes {
  const holder = foreign.extensions(node, CAMUNDA, 'inputOutput')[0];
  if (!holder) return {};
  const unsupported: Refusal[] = [];
  const read = (name: string): MappingText[] =>
    foreign.inside(holder, CAMUNDA, name).flatMap((parameter) => {
      const target = own(parameter, 'name') ?? '';
      try {
        return [{ target, ...parameterSource(parameter) }];
      } catch (error) {
        if (!(error instanceof JuelError)) throw error;
        const advice = `${error.message}，请把变量“${target}”改写为以“=”开头的 FEEL 表达式`;
        unsupported.push({ attribute: name, text: parameterText(parameter), advice });
        return [];
      }
    });
  const mappings = { inputs: read('inputParameter'), outputs: read('outputParameter') };
  return { ...mappings, ...(unsupported.length > 0 && { unsupported }) };
}

const content = (node: BpmnNode): BpmnNode[] => [...(node.$children ?? [])];
const nameOf = (node: BpmnNode): string => node.$type.slice(node.$type.indexOf(':') + 1);

const parameterText = (parameter: BpmnNode): string | undefined =>
  (content(parameter)[0]?.$body ?? parameter.$body)?.trim();

/** A text or a script stays as it is; anything composed becomes FEEL. @throws JuelError */
function parameterSource(parameter: BpmnNode): Omit<MappingText, 'target'> {
  const [inner] = content(parameter);
  if (!inner) return { source: parameter.$body ?? '' };
  const [source, language] = [(inner.$body ?? '').trim(), own(inner, 'scriptFormat')];
  const plain = nameOf(inner) === 'script' && own(inner, 'resource') === undefined && language;
  if (!plain || !isScript(language) || source === '') return asSource(composed(inner));
  translateScript(source, language); // refused here, it is refused under the parameter's name
  return { source, language };
}

const asSource = ({ feel, certain }: Translation): Omit<MappingText, 'target'> => ({
  source: `=${feel}`,
  ...(certain && { certain }),
});

/** FEEL of a value that is composed of others. @throws JuelError */
function composed(node: BpmnNode): Translation {
  switch (nameOf(node)) {
    case 'list':
      return composedOf(content(node).map(composed), (feels) => `[${feels.join(', ')}]`);
    case 'map':
      return mapOf(content(node));
    case 'script':
      return script(node);
    case 'value':
      return written(node.$body ?? '');
    default:
      throw new JuelError(`不认识“${nameOf(node)}”`);
  }
}

function mapOf(entries: readonly BpmnNode[]): Translation {
  const values = entries.map((entry) => {
    const [inner] = content(entry);
    return inner ? composed(inner) : written(entry.$body ?? '');
  });
  const keys = entries.map((entry) => JSON.stringify(own(entry, 'key') ?? ''));
  return composedOf(values, (feels) => `{${feels.map((feel, at) => `${keys[at]}: ${feel}`)}}`);
}

const written = (text: string): Translation =>
  hasJuel(text) ? translateJuel(text) : { feel: JSON.stringify(text.trim()), certain: false };

function script(node: BpmnNode): Translation {
  const format = own(node, 'scriptFormat') ?? '';
  if (own(node, 'resource') !== undefined) throw new JuelError('脚本在外部文件中');
  if (/feel/i.test(format))
    return { feel: (node.$body ?? '').trim().replace(/^=/, ''), certain: false };
  return /juel/i.test(format)
    ? written(node.$body ?? '')
    : translateScript(node.$body ?? '', format);
}
