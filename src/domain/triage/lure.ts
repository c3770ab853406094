import { normalise } from './normalise.ts';
import { en, zh } from './rules/pattern.ts';

/** The reader's own account or payments, and something they shall open, sign in to or confirm. */
const TO_THE_READER: readonly RegExp[] = [
  zh`(?:您|你|贵)(?:们|司|店|公司|单位)?(?:的|在|名下)?[^,。!?\n]{0,16}(?:付款|支付|收款|账户|账号|帐户|银行卡|商户|结算|扣款|交易|对公)|尊敬的(?:用户|客户|商户|会员|持卡人)|(?:商户|用户|持卡人|会员)(?:您好|你好)`,
  en`your (?:\w+ ){0,3}(?:accounts?|payments?|cards?|wallet|billing|subscription|payouts?|transfer|invoice|funds)\b|dear (?:customer|user|member|merchant|client|sir|valued|account|card)`,
];
const TO_BE_OPENED: readonly RegExp[] = [
  zh`点击|点此|登[录陆]|链接|核实|核验|认证|验证|实名|扫码|扫描|二维码|解冻|解除|恢复使用|重新绑定|更新(?:资料|信息)|补充(?:资料|信息)|客服(?:qq|微信|电话)|加(?:微|qq)|冻结|停用|逾期|银联|央行|中国银行|工商银行`,
  en`https?:|www\.|click|log ?in|sign ?in|verify|verification|confirm (?:your|the)|update (?:your|the)|review (?:your|the)|restore|suspended|suspension|limited|expires?|attached (?:file|form|document|invoice)|call (?:us|our)`,
];
/** Whoever pays us speaks of themselves, or of what they ordered here. */
const OF_THEMSELVES: readonly RegExp[] = [
  zh`我(?!们?(?:司|行|公司|银行|平台|中心|部门?|方|局|检测|发现|注意|监测|系统))|咱|俺|自己|你们?家?(?:家|店|网站|网店|小程序|商城|官网|公众号)(?!铺?的?(?:账户|账号|收款))|付不(?:了|上|出去)|买不了|怎么买|下单|订单号|订单(?:编号)?#?\d{4,}|买的?(?:了|东西)|拍(?:了|下)`,
  en`i\b|i'(?:m|ve|d|ll)\b|my\b|me\b|mine\b|we (?:ordered|bought|paid|tried|want|cannot|can't)\b|our (?:order|card|payment|booking|purchase)\b|(?:checkout|check-out|basket|cart)\b|your (?:shop|store|web ?site|site|web ?shop)(?! (?:account|payment|billing|subscription))\b`,
];

/**
 * Whether words about a failed payment are those of somebody who wants the reader to open, sign in or pay something: to the reader,
 * not about what their writer bought.
 */
export function isPaymentLure(text: string): boolean {
  const words = normalise(text).text;
  const says = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(words));
  return (says(TO_THE_READER) || says(TO_BE_OPENED)) && !says(OF_THEMSELVES);
}
