import { WRONG_ZH } from '../../../person/meant_for.ts';
import { plainly } from '../../../plainly.ts';
import { type Form, formsOf } from './form.ts';

const WHOM = "(?<whom>(?![您你我咱他她它这那])(?:[\\p{Script=Han}、]{1,10}?|\\p{L}[\\p{L}'’.@ -]{1,40}?))";
const JOINS = '(?:也|还有?|再|顺便|同时|另外|并且?|和|跟|与|及|以及|请|麻烦|帮我|[,，、\\s]){0,4}';
const SENDS =
  '(?:(?:转|抄|群)?发(?:送|一份|一下|一条)?给?|抄送(?:给)?|转发?给|告诉|告知|通知|转告|回复?|给|跟|对|同)(?:一下|一声)?';
const TO = '(?:(?:也|都|同样|一并)?(?:发|送|回|来|说)?(?:一?[份条]|一下|一声|一遍)?(?:说|讲)?(?:吧|哦|哈|啊)?)';
const MARK = '(?:\\s{0,3}[,，。.;；!！?？（(【[\\n]{1,2}\\s{0,3}|\\s{1,3})';
const CLOSES = '[)）】\\]]?[\\s。.!！]*$';
const COLON = '\\s?[:：]\\s{0,3}(?=\\S)';
/** A comma parts it where what stands in front says that somebody gets it as well: whether anybody is called that, the desk knows. */
const COMMA = '\\s?[,，]\\s{0,3}(?=\\S)';
const OPENS = '\\s{0,3}[(（【[]';
/** Nobody's name begins so: 告诉大家一声 says it to everybody there is, 告诉朋友一声 asks the customer to. */
const SOMEBODY = '(?<whom>(?![您你我他她大家人朋])\\p{Script=Han}{2,3}?)';

export const CHINESE: readonly Form[] = [
  ...formsOf(
    { does: 'adds', at: 'front' },
    `^[(（【[](?:也|还有|再|顺便|同时|另外|和|跟|与|以及|抄送|发给|给){1,3}${WHOM}${TO}[)）】\\]][\\s:：,，]{0,3}(?=\\S)`,
    `^[(（【[]${WHOM}(?:也(?:一样|同样|要|发|说|回|通知|告诉)?|同样|一样|同上)[)）】\\]][\\s:：,，]{0,3}(?=\\S)`,
    `^(?:(?:也|还有|再|顺便|同时|另外|并且?|和|跟|与|以及){1,2}(?:请|麻烦|帮我)?(?:${SENDS})?|抄送(?:给)?)\\s?${WHOM}${TO}${COLON}`,
  ),
  ...formsOf(
    { does: 'adds', at: 'front' },
    `^[\\s,，]{0,2}(?:也|还有?|再|顺便|同时|另外|并且?){1,2}(?:请|麻烦|帮我)?${SENDS}${WHOM}${TO}${COMMA}`,
    `^[\\s,，]{0,2}(?:还有|同时|另外|顺便)?${WHOM}(?:那边)?也(?:一样|同样|要|发|说|讲|回|通知|告诉)(?:一?[份条声下])?${COMMA}`,
  ),
  ...formsOf(
    { does: 'instead', at: 'front' },
    `^${WRONG_ZH}(?:(?:应该|本来|其实|这)?(?:是|该)?(?:要|想)?(?:发|回复?|说)?给|(?:应该|其实|这)?是|(?:只|单独)(?:发|回)?给)\\s?${WHOM}(?:的|才对)?${COLON}`,
  ),
  ...formsOf({ does: 'leavesOut', at: 'front' }, `^${WRONG_ZH}不是(?:发|回)?给?${WHOM}的?${COLON}`),
  ...formsOf(
    { does: 'leavesOut', at: 'glued' },
    '^[\\s,，(（]{0,2}(?:但是?|而)?(?:先|再)?(?:不是(?=\\p{Script=Han}{2,4}[\\s,，:：)）])|不是(?=\\p{Script=Han}{2,6}(?:今|明|后天|周))|(?:别|不要|不用|先别)(?:告诉|通知|发给?)|除了|不包括)(?=\\p{L})',
  ),
  ...formsOf(
    { does: 'adds', at: 'end', certain: true },
    `${MARK}(?:也|顺便|再)?(?:告诉|通知|跟)${SOMEBODY}(?:说)?(?:一声|一下)${CLOSES}`,
    `${OPENS}(?:也|还要|顺便)(?:告诉|通知)${SOMEBODY}[)）】\\]]${CLOSES}`,
  ),
  ...formsOf(
    { does: 'adds', at: 'end' },
    `${MARK}${JOINS}(?:也|再|顺便|同时|另外|一并)${JOINS}${SENDS}${WHOM}${TO}${CLOSES}`,
    `${MARK}${JOINS}(?:抄送(?:一份)?(?:给)?|(?:转|抄)?发一?份给|转发给?|抄给)[:：]?${WHOM}${TO}${CLOSES}`,
    `${MARK}${JOINS}(?:给|跟|对)?${WHOM}(?:那边|那里|那儿)?(?:也(?:一样|同样|要|这[么样]回|这样回?|发|说|讲|回|通知|告诉)(?:一?[份条声下])?|一样|同样|同上|(?:也|同样)发一?份)(?:吧|哦|说|回|发)?${CLOSES}`,
    `${MARK}${JOINS}也让${WHOM}知道(?:一下)?${CLOSES}`,
    `${MARK}${JOINS}让${WHOM}也知道(?:一下)?${CLOSES}`,
    `${OPENS}(?:和|跟|同|还有|以及|加上)${WHOM}(?:也?一样|同样|一起|一份)?[)）】]${CLOSES}`,
  ),
  ...formsOf(
    { does: 'leavesOut', at: 'end' },
    `${MARK}(?:但是?|不过)?先?(?:别|不要|不用)(?:告诉|通知|发给?|给|让)${WHOM}(?:说|看|知道)?(?:哦|啊|哈|了)?${CLOSES}`,
  ),
].map((one) => ({ ...one, form: new RegExp(plainly(one.form.source), one.form.flags) }));
