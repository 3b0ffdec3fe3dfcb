/** FEEL's functions as the editor of expressions offers them: ours, no others. */
import { builtinSignatures } from '../../../../bpmn/feel/index.js';

export interface FeelVariable {
  name: string;
  /** Beside the name. */
  detail?: string;
  type?: 'function';
  params?: { name: string }[];
  /** What it holds. */
  entries?: FeelVariable[];
}

export const feelBuiltins: FeelVariable[] = builtinSignatures().map(({ name, parameters }) => ({
  name,
  type: 'function',
  params: parameters
    .filter((parameter) => !parameter.startsWith('['))
    .map((parameter) => ({ name: parameter })),
}));
