import { nameOf, reachable, type Rule } from '../rule.js';

/** A fee is due before the licence is issued: afterwards nobody could hold the licence back. */
export const paymentAfterLicence: Rule = {
  name: 'payment-after-licence',
  severity: 'error',
  check(scope, report) {
    const services = Object.values(scope.elements).filter(({ type }) => type === 'serviceTask');
    const by = (adapter: string) =>
      services.filter((task) => task.type === 'serviceTask' && task.adapter === adapter);
    for (const licence of by('license')) {
      const after = reachable(scope, [licence.id]);
      for (const payment of by('payment'))
        if (after.has(payment.id))
          report(
            payment.id,
            `缴费“${nameOf(payment)}”排在制证“${nameOf(licence)}”之后，请移到制证之前。`,
          );
    }
  },
};
