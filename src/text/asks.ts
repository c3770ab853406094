/** Whom else to turn to, and when the writer is back: what an absence note asks of its reader. */
const REFERRAL =
  /[\w.+-]{1,64}@[\w.-]{3,100}|\b(urgent(ly)?|emergenc\w+|immediate(ly)?|assistance|colleagues?|in my absence|during (this|that) time|contact|reach( out)?|resend|forwarded|dringend\w*|notf[aä]ll\w*|vertretung|kolleg\w+|wenden sie sich|urgenc\w+|collègues?|contacter|urgente|compañer\w+|contactar|contacte)\b|急事|紧急|急需|加急|如急|有急|联系|致电|拨打|同事|代为|转接|留言|回复您|答复您|与您|给您(回|答)|谅解|见谅|勿回复|不要回复|请知悉|緊急|ご連絡/i;
/** What somebody wants their readers to do. */
const REQUEST =
  /\b((can|could|would|will) (you|we|i)|do you|are you able|i('d| would) like|we('d| would) like|i (want|need)|we need|i want to|how much|hire you)\b|\b(please|pls|kindly|just|instead|and|so) (do not |don't )?(also )?(send|ship|deliver|hold|keep|quote|cancel|refund|replace|order|change|invoice|postpone|wait|leave|drop|bring|call (him|her|my|me|them)|take|put|move|book|reserve|pack|add|remove|use|give|let me know (if|when|how|what) you)\b|^\s*((do not|don't) (send|ship|deliver)|hold|keep|send|ship|deliver|cancel|call (him|her|my)|leave)\b|\bbitte (\w+ ){0,3}?(senden|schicken|liefern|stornieren|warten|legen|ändern|rufen)|\bliefern sie\b|\b(pouvez|pourriez)-vous\b|\bveuillez (envoyer|livrer|annuler|attendre)|\b(pueden?|podrían?) |\bpor favor,? (env[ií]e|mande|cancele|espere)/i;
const REQUEST_ZH =
  /(请|请您|麻烦|劳烦|帮|帮我|帮忙|先|暂时|改|记得|务必|尽快|能否|能不能|可否|可不可以|可以|想|我要|要).{0,12}?(寄|送|发货|发给我|发到|发过来|别发|不发|发|改|退|换|留|放|订|下单|报价|安排|开票|开发票|买|取消|收件|签收|配送|打包|打电话给)|(别|不要|先不|先别|暂缓|推迟|延后|改到|改成|换成)(寄|送|发|派|安排|\S{1,6}(寄|送|发))|多少钱|什么价|怎么卖|有货(吗|么|没)|[吗呢？]\s*$/;
/** Words of machines that look like a wish: they send mail, and say what they do. */
const OF_MACHINES = /发(送)?(邮件|信|至|送|件人|布|出)|自动(发|回)|此邮件|本邮件|系统发|已收到|请勿/g;

/**
 * Whether somebody asks something of whoever reads this, beyond turning to a colleague or waiting. No absence note or notice does.
 */
export function asksReader(text: string): boolean {
  return text
    .replaceAll('’', "'")
    .split(/[.!。！；;\n]|(?<=[?？])/)
    .filter((sentence) => !REFERRAL.test(sentence))
    .some((sentence) => REQUEST.test(sentence) || REQUEST_ZH.test(sentence.replace(OF_MACHINES, ' ')));
}

const QUESTION = /[?？]|[吗呢][\s。,，!！~～]*(?:$|\n)/u;

/** Whether it asks anything at all. */
export const isQuestion = (text: string): boolean => QUESTION.test(text) || asksReader(text);
