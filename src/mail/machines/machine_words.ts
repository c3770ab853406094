import { headWords } from '../../text/cut.ts';

// What responders, newsletters and people write, in the languages of the people who write here. Words alone never
// decide.

/**
 * What ends a program's prefix: a colon, a bracket or the end of the line. "OOO - 3 x shirt" was written by a person.
 */
const CLOSED = String.raw`\s*([:：\]】)）]|$)`;
/** With this the line goes on, so a person may have written it. */
const OPEN = String.raw`\s*([-–—]|re\b|from\b|回复)`;
const PREFIX = String.raw`^[[【(（]?\s*((系统|假期|邮件|自动|自動)?(自动|自動)?(回复|回覆|答复|應答|应答)(?<=(自动|自動)..)|不在办公室|休假通知|外出通知|out of (the )?office( (auto ?-?reply|reply|response|message|notification))?|automatic (reply|response)|auto[- ]?(reply|response|responder|answer)|automated (reply|response)|vacation (reply|response|message|notice|responder)|away from( my)? (the )?(office|desk|mail)|ooo|abwesenheits(notiz|nachricht|benachrichtigung|assistent)|automatische (antwort|abwesenheitsnotiz)|réponse automatique|message d'absence|absence du bureau|respuesta automática|fuera de (la )?oficina|resposta automática|risposta automatica|automatisch antwoord|automatiskt? svar|autosvar|automatyczna odpowiedź|自動応答|自動返信|不在通知|автоответ|автоматический ответ|odpowiedź automatyczna|자동 ?(회신|응답|답장)|부재중 ?(알림|메시지)?|otomatik (yanıt|cevap)|automatická odpov[eě]ď|automaattinen vastaus|poissaoloilmoitus|automatikus válasz|răspuns automat|αυτόματη απάντηση|תשובה אוטומטית|מענה אוטומטי|رد تلقائي|الرد التلقائي|автоматична відповідь|ตอบกลับอัตโนมัติ|การตอบกลับอัตโนมัติ|trả lời tự động|thư trả lời tự động|balasan otomatis|jawaban otomatis|resposta automàtica|автоматичен отговор|automatski odgovor|automatický odgovor|automatinis atsakymas|automātiska atbilde|automaatvastus|samodejni odgovor|аутоматски одговор|balasan automatik|स्वचालित (उत्तर|जवाब)|پاسخ خودکار)`;
const CLOSED_PREFIX = new RegExp(PREFIX + CLOSED, 'i');
const OPEN_PREFIX = new RegExp(PREFIX + OPEN, 'i');
/** People begin subjects with these words, too (外出登山装备): only a colon or bracket makes them a program's. */
const SHORT_PREFIX = /^[[【(（]?\s*(外出|休假|出差|离开|不在)中?\s*[:：\]】)）]/;

/** These prefixes name a program that answers. The others say that somebody is away, which people write, too. */
const NAMES_PROGRAM =
  /^[[【(（]?\s*(系统|假期|邮件|自动|自動)|^[[【(（]?\s*[^:：\]】)）]{0,30}(auto|自动|自動|자동|авто|otomat|αυτόματ|automat|abwesenheits(notiz|nachricht|assistent)|답장|אוטומטי|تلقائي|อัตโนมัติ|tự động|स्वचालित|خودکار|reply|response|notification)/i;

/** Whether the prefix of such a subject can only be a program's. */
export function subjectNamesProgram(subject: string): boolean {
  return NAMES_PROGRAM.test(headWords(subject.trim(), 300));
}

/** Whether a subject begins as a responder's does: plainly, or perhaps, since a person may have written it too. */
export function subjectSaysAutoReply(subject: string): 'plainly' | 'perhaps' | 'no' {
  const words = headWords(subject.trim(), 300);
  if (CLOSED_PREFIX.test(words) || SHORT_PREFIX.test(words)) return 'plainly';
  return OPEN_PREFIX.test(words) ? 'perhaps' : 'no';
}

const AUTO_REPLY_TEXT =
  /^(这是来自.{1,20}的.{0,6}自动回复邮件|这是一封(系统)?自动(回复|发送)|此(邮件|信)(为|是)(系统)?自动(回复|发送|发出)|本邮件(为|是|由)(系统)?自动(回复|发送|发出)|this is an auto(matic|mated)?([- ]?generated)?[- ]?(reply|response|message)\b|\[auto(matic|mated)?[- ]?(reply|response)\]|auto(matic|mated)?[- ]?(reply|response)\s*[:：]|(dies ist|hierbei handelt es sich um) eine automatische|ceci est (une réponse|un message) automatique|este es un mensaje automático|(このメールは|本メールは)(システム|自動))/i;

/** Whether a mail says in its first words that a program answers. */
export function isAutoReplyText(text: string): boolean {
  return AUTO_REPLY_TEXT.test(headWords(text.trim(), 300));
}

const ABSENT =
  /\b(out of (the )?office|away from (the|my) (office|desk)|on (annual |parental |maternity |sick )?(leave|vacation|holiday)|(am|be|i'm) (currently )?(away|on leave|travell?ing)|limited access to (my )?e-?mail|will be back|return to the office|back (in the office )?(on|until|after) |no longer (work|employed|with)|abwesend|nicht im (büro|haus)|im urlaub|en congés?|en vacances|de vacaciones|fuera de la oficina|in ferie|op vakantie|på semester|na urlopie)\b|我(正在|在|现在|目前)?(休假|出差|外出|度假|开会)|不在办公室|(您|你)的(邮件|来信).{0,10}(已|我已)?(经)?收到|休假(期间|中)|休暇|不在にして|尽快(给您|与您|答复|回复)/i;

/** Whether it says that somebody is away. */
export function saysAbsent(text: string): boolean {
  return ABSENT.test(headWords(text, 2000));
}

const UNSUBSCRIBE =
  /\b(unsubscribe|opt[- ]out|manage (your )?(preferences|subscription)|view (this|it)( e?mail)? (in|online)|newsletter abbestellen|abmelden|im browser (ansehen|anzeigen)|se désabonner|désinscri\w+|darse de baja|cancelar (la )?suscripción|annulla l'iscrizione|afmelden|avsluta prenumeration)\b|退订|取消订阅|配信停止|購読解除/i;

/** Whether it ends as newsletters do. */
export function offersToUnsubscribe(text: string): boolean {
  return UNSUBSCRIBE.test(text.slice(-1500));
}

/** Whole sentences that people ask, unlike the "Questions?" or "Need help?" of a footer. */
const ASKS =
  /\b(can|could|do|does|did|would|will|is|are|was|have|has|when|what|how|where|which|why|may) [^.?!\n]{6,200}\?|[^。！？?!\n]{4,200}[？?]$|请问|能否|可不可以|可以(吗|么)|多少钱|什么时候|怎么(办|回事)|\b(können|könnten|haben|gibt|ist|sind|wann|wie|was|wo) [^.?!\n]{6,200}\?|\b(pouvez|avez|est-ce|quand|combien|comment|où) ?[^.?!\n]{6,200}\?|¿[^?\n]{6,200}\?/im;
/** Wishes and complaints in the first person. Machines say "we", but do not order, pay or wait. */
const WANTS =
  /\b(i('d|'m|'ve)|i (would|want|need|wish|am|have|was|received?|ordered|bought|paid|got|never|still|didn't|cannot|can't))\b|\bwe(('d| would) like| ordered| bought| paid| (never|still) |'d | need \d| want to order| did not (get|receive)| have (ordered|not received|paid))|\b(please|pls|kindly) (quote|send (me|us)|ship|cancel (my|the|our)|refund|replace|deliver|invoice)\b|\bmy (order|parcel|package|invoice|delivery|payment|purchase|booking|team|office|company|husband|wife|customer)\b|\bour (order|parcel|booking|purchase order)\b|\b(item|parcel|package|order|pot|cup|it) (is|was|arrived|came) [\w ]{0,12}(broken|damaged|wrong|missing|late|incomplete)\b|我(想|要|们想|们要|需要|们需要|的订单|的包裹|收到|买|订|下)|想(订|买|要|问|咨询|退)|(坏了|破损|没(有)?收到|少发|发错)|麻烦(您|你)?|\bich (möchte?|hätte|brauche|habe|warte|bitte)\b|\bwir (möchten|hätten|brauchen|warten)\b|\bmeine? (bestellung|paket|rechnung|lieferung)\b|\bbitte (um|senden sie (mir|uns)|schicken sie (mir|uns)|stornieren)|\b(je|nous) (voudrais|voudrions|souhaite|souhaitons|n'ai|n'avons)|\bj'(ai|aimerais)\b|\bma commande\b|\b(quisiera|quiero|necesito|queremos|mi pedido)\b|注文した|お願い(します|いたします|致します)|届(いて|きま)/i;
/** Phrases that machines write in exactly this form. */
const STOCK =
  /(^|[^\w'])(questions\?|need help\?|not you\?|(if you (have|did|no longer|would|need)|any questions|something wrong|you('re| are) receiving|do(n't| not) reply|having trouble|can't (see|view|read)|not displaying|haben sie (noch )?fragen|do you have (any )?questions|did(n't)? (you )?(not )?(request|sign|make|order|place)|was(n't)? (this|it) you|how (did we|was your|would you rate)|why (am i|did i|you got|you're)|want to (see|unsubscribe|change|know)|looking for|ready (to|for)|forgot your)\b[^.!?\n]*[.!?]?)/gi;

/** Whether somebody asks, wishes or complains in words of their own. */
export function isPersonal(text: string): boolean {
  const words = headWords(text, 3000).replaceAll('’', "'").replace(STOCK, ' ');
  return ASKS.test(words) || WANTS.test(words);
}
