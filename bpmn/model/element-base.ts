/** What all elements have in common. */

export interface ElementBase {
  id: string;
  name?: string;
  incoming: string[];
  /** In the order in which they stand in the XML. */
  outgoing: string[];
}
