/**
 * Somebody the province is asked about: who signed on is named by the sign-on's subject, so that the
 * platform keeps no identity numbers; others by the number their form holds; firms by their code.
 */
export type Holder = { subject: string; name?: string } | { idNumber: string; name?: string };
export type ExchangeSubject = Holder | { creditCode: string };
