/** Something that must be known first will be known in a moment. Nothing is wrong with the event: it is looked at again in a second. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
}
