/**
 * A server that answers and yet cannot serve: another version, a missing namespace, rights that are not
 * there. Waiting does not mend it; the message is one Chinese sentence that says what a person does.
 */
export class Unfit extends Error {
  override name = 'Unfit';
}
