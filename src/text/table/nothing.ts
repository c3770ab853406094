/** What programs and people write where they know nothing: Outlook's 0/0/00, N/A, -, NULL. */
const NOTHING =
  /^(?:[-–—−_./\\?]{1,10}|#?n\/a!?|#(?:n\/v|ref!|value!)|null|\(null\)|undefined|0{1,4}([-/.])0{1,2}\1(?:0{1,4})|无|没有|無|なし)$/iu;
/** Only where a number or an address would stand: as a word it may be a name. */
const NO_ADDRESS =
  /^(?:none|no|na|nil|nan|keine?|aucune?|ning[uú]n[oa]?|0+|(?:\+?0[\s()-]{0,3}){3,20}|暂无|未填写?)$/iu;

/** Whether a cell says that nothing is known. Linear. */
export const standsForNothing = (value: string): boolean => value === '' || NOTHING.test(value);

/** The same of a cell for a phone, a mail address or an account. */
export const isNoAddress = (value: string): boolean => standsForNothing(value) || NO_ADDRESS.test(value);
