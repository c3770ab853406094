import { normalise } from '../normalise.ts';
import { withoutDenied } from './denied.ts';

const CANCEL =
  /\bno longer (?:want|need|require) (?:it|this|them|(?:my|the|this|that) order)\b|(?<!who )\bcall(?:ing)? off (?:my|the|this|our) order\b|\bhold (?:on to )?(?:my|the|this|our) (?:order|parcel|package|shipment)\b|\b(?:don'?t|do not) (?:send|ship|post|dispatch) (?:out )?(?:my|the|our) (?:order|parcel|package|goods)\b|先?(?:别|不要|暂停)(?:给我)?(?:发|寄|送)(?:出)?我的?(?:货|单|订单|件|快递|包裹|东西)|\bcancel(?:l?ing|lation)?\b|\bcall (?:it|the order|my order) off\b|\b(?:don'?t|do not) (?:want|need) (?:it|the order|this|them|my order) any ?more\b|\bstop (?:my|the|this) order\b|取消|撤单|撤销订单|退单|(?:不想?要|不买)了|别(?:给我)?(?:发|寄)了/u;
/** Asked in general, told of what is over, or of something that is not an order. */
const NOT_NOW =
  /\b(?:how (?:do|can|could|would|easy)|what (?:if|happens)|polic(?:y|ies)|(?:can|could|may) i (?:still )?cancel (?:later|any ?time|if)|if (?:i|we) (?:cancel|change|need)|cancell?ed|(?:free|fee for) cancel\w*|subscription|appointment|booking|lesson|class)\b|取消(?:订阅|关注|预约|会员|政策|规则|的话|费)|(?:怎么|如何|能随时|可以随时)取消|已(?:经)?取消|(?:被|给我)取消/u;

/** Whether a text asks now for an order to be called off. */
export function asksToCancel(text: string): boolean {
  const heard = withoutDenied(normalise(text).text);
  return CANCEL.test(heard) && !NOT_NOW.test(heard);
}
