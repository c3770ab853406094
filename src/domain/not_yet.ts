/**
 * Something that we need will be known in a moment. Nothing is wrong with the event: it is looked at again after a
 * second.
 */
export class NotYet extends Error {
  override readonly name = 'NotYet';
}
