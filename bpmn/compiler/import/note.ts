/** What becomes of a foreign attribute or extension element that is not simply read. */
import type { ForeignReader } from '../attributes.js';
import type { BpmnNode } from '../moddle.js';

export interface Note {
  /** A warning is to be looked at; an info has nothing to do. */
  severity: 'warning' | 'info';
  /** Chinese, a whole clause without its full stop: what to do, or why there is nothing to do. */
  advice: string;
  /** Our attribute that, where it is filled in, leaves nothing to say. */
  unless?: string;
  /** Of its own; `not-carried-over` where it has none. */
  rule?: string;
}

/** A note, or the decision by what stands there; undefined = it is read, nothing to say. */
export type Treatment =
  | Note
  | ((text: string, node: BpmnNode, foreign: ForeignReader) => Note | undefined);

/** By name, without a prefix. */
export type Treatments = Readonly<Record<string, Treatment>>;

export const warning = (advice: string, unless?: string): Note => ({
  severity: 'warning',
  advice,
  ...(unless !== undefined && { unless }),
});
export const info = (advice: string): Note => ({ severity: 'info', advice });

/** It is read into our vocabulary, or means nothing outside the tool that wrote it. */
export const carried = (): undefined => undefined;
