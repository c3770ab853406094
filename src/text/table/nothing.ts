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

/** What heads a line below a list that adds it up: Total:, Grand total, 合计, Total: 3, 共 12 人. */
const TOTAL =
  /^(?:(?:grand |sub-?|net )?totals?|sum|count|number of \p{L}{1,20}|(?:本页)?(?:合计|总计|小计|共计|总共|汇总)|gesamt|summe|somme|totaal|totale|итого|合計|총계)\s{0,3}[:：]?\s{0,3}[\d.,]{0,15}$|^共\s{0,3}\d{1,9}\s{0,3}[人条行位名个]$/iu;
const FIGURE = /^[\d\s.,%¥￥$€£-]{1,30}$/u;

/** Whether a row adds up those above it and is of nobody: besides the word for that there are only figures in it. Linear. */
export function isTotalRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  const [first, ...others] = filled;
  return first !== undefined && TOTAL.test(first) && others.every((cell) => FIGURE.test(cell));
}
