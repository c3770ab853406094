/** What must be known first will be in a moment: nothing is wrong with the event, and it is looked at again in a second. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
}
