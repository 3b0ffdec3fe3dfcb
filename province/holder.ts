import type { Body } from './body.js';
import { Problem } from './problems.js';
import type { People } from './sign-on/people.js';

/** Somebody the platform asks about: by the sign-on's subject, or by number and name. */
export class HolderResolver {
  constructor(private readonly people: People) {}

  /**
   * Reads `{subject}` or `{idNumber, name?}`. The subject lets the platform ask about who signed on
   * without keeping identity numbers.
   * @throws Problem 404 for an unknown subject
   */
  read(body: Body): { idNumber: string; name: string } {
    const subject = body.optionalText('subject');
    if (subject === undefined) {
      return { idNumber: body.text('idNumber'), name: body.optionalText('name') ?? '' };
    }
    const person = this.people.bySubject(subject);
    if (!person) throw new Problem(404, 'unknown-subject', '统一身份认证里没有这个人。');
    return { idNumber: person.idNumber, name: body.optionalText('name') ?? person.name };
  }
}
