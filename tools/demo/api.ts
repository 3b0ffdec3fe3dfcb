/** What the demo reads of the platform's public API. */
export interface CaseView {
  number: string;
  item: { code: string; name: string };
  state: string;
  stateName: string;
  ended: boolean;
  dueAt: string | null;
  promisedDueAt: string | null;
  children: { number: string; itemName: string; state: string; key: string | null }[];
  timeline: TimelineView[];
  payments: { id: string; amountCents: number; state: string; payUrl: string | null }[];
  licences: { identifier: string; name: string; number: string | null }[];
  /** Of this case or of one of its children. */
  applicantTask: { id: string; caseNumber: string; element: string; name: string } | null;
}

export interface TimelineView {
  at: string;
  kind: string;
  element: string | null;
  name: string | null;
  person: string | null;
  department: string | null;
  level: string | null;
  outcomeName: string | null;
  opinion: string | null;
  text: string;
}

export interface TaskView {
  id: string;
  caseNumber: string;
  itemCode: string;
  element: string;
  name: string;
}

export interface MaterialView {
  code: string;
  name: string;
  need: 'required' | 'optional' | 'deferrable';
  source: string;
  held: unknown;
}

/** How a person answers a task. */
export interface Answer {
  outcome: string;
  opinion?: string;
  form?: Record<string, unknown>;
}
