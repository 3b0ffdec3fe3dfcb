import type { Element, Scope } from '../../model/process.js';
import { following, nameOf, reachable, scopesOf, type Rule } from '../rule.js';

/** A fee is due before the licence is issued: afterwards nobody could hold the licence back. */
export const paymentAfterLicence: Rule = {
  name: 'payment-after-licence',
  severity: 'error',
  check(scope, report) {
    for (const [place, licences] of tasksBy('license', scope)) {
      const after = reachable(scope, following(scope, place));
      for (const [later, payments] of tasksBy('payment', scope))
        if (after.has(later.id))
          for (const payment of payments)
            report(
              payment.id,
              `缴费“${nameOf(payment)}”排在制证“${nameOf(licences[0]!)}”之后，请移到制证之前。`,
            );
    }
  },
};

/** The elements of a scope that do, or hold, work of this adapter, each with that work. */
function tasksBy(adapter: string, scope: Scope): [Element, Element[]][] {
  const does = (element: Element): boolean =>
    element.type === 'serviceTask' && element.adapter === adapter;
  return Object.values(scope.elements).flatMap((element): [Element, Element[]][] => {
    const inside =
      'body' in element
        ? [...scopesOf(element.body)].flatMap(({ elements }) => Object.values(elements))
        : [element];
    const tasks = inside.filter(does);
    return tasks.length > 0 ? [[element, tasks]] : [];
  });
}
