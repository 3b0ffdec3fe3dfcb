import type { Element, Scope } from '../../model/process.js';
import { once } from '../once.js';
import { following, nameOf, scopesOf, type Rule } from '../rule.js';

/** A fee is due before the licence is issued: afterwards nobody could hold the licence back. */
export const paymentAfterLicence: Rule = {
  name: 'payment-after-licence',
  severity: 'error',
  check(scope, report) {
    const after = afterLicences(scope);
    for (const [later, payments] of tasksBy('payment', scope)) {
      const licence = after.get(later.id);
      if (!licence) continue;
      for (const payment of payments)
        report(
          payment.id,
          `缴费“${nameOf(payment)}”排在制证“${nameOf(licence)}”之后，请移到制证之前。`,
        );
    }
  },
};

/** What comes after the issue of a licence, by id, with the licence. */
function afterLicences(scope: Scope): Map<string, Element> {
  const after = new Map<string, Element>();
  for (const [place, [licence]] of tasksBy('license', scope))
    for (const next of following(scope, place)) after.set(next, licence!);
  // A map grows while it is walked.
  for (const [id, licence] of after) {
    const element = scope.elements[id];
    for (const next of element ? following(scope, element) : [])
      if (!after.has(next)) after.set(next, licence);
  }
  return after;
}

/** The elements of a scope that do, or hold, work of this adapter, each with that work. */
function tasksBy(adapter: string, scope: Scope): [Element, Element[]][] {
  const does = (element: Element): boolean =>
    element.type === 'serviceTask' && element.adapter === adapter;
  return Object.values(scope.elements).flatMap((element): [Element, Element[]][] => {
    const tasks = ('body' in element ? serviceTasksIn(element.body) : [element]).filter(does);
    return tasks.length > 0 ? [[element, tasks]] : [];
  });
}

const serviceTasksIn = once((scope: Scope): Element[] =>
  scopesOf(scope)
    .flatMap(({ elements }) => Object.values(elements))
    .filter(({ type }) => type === 'serviceTask'),
);
