import { narrow } from '../../../normalise.ts';
import { takenBackIn } from '../order_change.ts';

const OFF_EN =
  '(?:(?:it |this |(?:the )?order )?(?:is |was |has been )?cancel(?:l?ed)?(?: it| this|(?: the| this)? order)?)';
const BACK_EN =
  '(?:(?:the )?(?:money|payment|all|everything) )?(?:(?:was|is|has been|all|fully) )*(?:refund(?:ed)?|paid back|returned|sent back|given back|gave back|back)(?: (?:it|them|her|him|the (?:money|customer|payment)|(?:in full|fully|everything|all)))*';
const OFF_ZH = '(?:订单|这单|整单)?(?:已经?)?(?:取消|作废|退单)(?:订单|这单|整单)?了?';
const BACK_ZH =
  '(?:同时|还)?(?:钱|款|货款)?(?:也|都|已经?|全部|全额|全)*退(?:款|钱|回|还|掉|给(?:客户|客人|他|她))*了?';
const SUM = '(?:[\\s:：]*(?<sum>[¥$€£]?\\s?\\d[\\d.,]{0,9}\\s?(?:元|块钱?)?))?';
const JOIN = '(?:[\\s,，;；&+]*(?:and |then |并且?|且|[,，;；&+]\\s?))';
const BOTH = [
  `${OFF_EN}${JOIN}(?<back>${BACK_EN})${SUM}`,
  `(?<back>${BACK_EN})${SUM}${JOIN}${OFF_EN}`,
  `${OFF_ZH}${JOIN}(?<back>${BACK_ZH})${SUM}`,
  `(?<back>${BACK_ZH})${SUM}${JOIN}${OFF_ZH}`,
].map((shape) => new RegExp(`^${shape}[\\s.。!！]*$`, 'iu'));
const WHOLE = /\b(?:in full|fully|everything|all)\b|全/iu;

/** cancelled and refunded, 取消，钱已退: that it is off, and how much went back; '' where that is not said. Undefined: not both are said. */
export function cancelledAndBack(text: string): { back: string } | undefined {
  const plain = narrow(text).trim();
  if (plain.length > 80 || takenBackIn(plain)) return undefined;
  const said = BOTH.map((shape) => shape.exec(plain)?.groups).find((groups) => groups !== undefined);
  return said && { back: said.sum?.trim() ?? (WHOLE.test(said.back ?? '') ? 'all' : '') };
}

const REASON =
  /^(?<why>duplicate(?: order)?|double(?: order)?|dupe|ordered twice|by mistake|(?:a )?mistake|wrong (?:item|order|size|colou?r|address)|out of stock|sold out|changed (?:her|his|their) mind|重复(?:下单|订单|了)?|(?:下|买|拍|订)(?:错|重|多)了?|多拍了?|不想要了?|缺货|没货|断货|信息错了?)[\s,，:：;；.。-]+(?:so )?(?:please )?(?:cancel(?:l?ed)?(?: (?:it|this|the order))?|取消(?:订单|这单)?了?)[\s.。!！]*$/iu;

/** duplicate, cancel; 重复下单，取消: why it is off, in front. Undefined: an article may be named. */
export const cancelledFor = (text: string): string | undefined => REASON.exec(narrow(text).trim())?.groups?.why;
