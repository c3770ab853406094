/*
 * What senders of news and list servers write below what they send: how to get no more of it. Said by those who look for a mail's footer, and by
 * those who read what somebody wants below whose words one stands.
 */

/** That it is about getting no more. */
export const NO_MORE =
  /(?<!\p{L})(?:(?:un|de-?)subscri(?:be|bing|ption)\p{L}*|opt(?:ing)?[- ]?out|(?:no longer|not|stop|fewer|less)(?: (?:wish|want|like|prefer|care))? ?(?:to )?(?:receiv|get|hear)\p{L}*(?= .{0,30}(?<!\p{L})(?:e-?mails?|mails?|messages?|news\p{L}*|mailings?|updates?|offers|communications?|from|these|them|such)(?!\p{L}))|no more (?:e-?mails?|mails?|messages?|of these)|leave this (?:group|list)|abmeld\p{L}*|abbestell\p{L}*|austragen|keine (?:weiteren )?(?:e-?mails?|mails?|nachrichten|newsletter) (?:mehr|zu erhalten|erhalten)|(?:be|get) (?:removed|taken off)(?= .{0,20}list)|désabonn\p{L}*|désinscri\p{L}*|ne (?:plus|souhaitez plus) recevoir|darse de baja|cancelar (?:la|su|tu|a) (?:suscripción|inscrição)|no (?:desea|quieres?|deseas) (?:seguir )?recib\p{L}*|disiscri\p{L}*|annulla\p{L}* l['’]iscrizione|non (?:desideri|vuoi) (?:più )?ricev\p{L}*|afmeld\p{L}*|uitschrijv\p{L}*|avprenumerera\p{L}*|wypis\p{L}*|odhlás\p{L}*|отписаться|отказаться)(?!\p{L})|退订|退訂|取消订阅|取消訂閱|(?:不想|不希望|不愿)(?:再|继续)?(?:接?收到?)|(?:不再|停止)(?:接收|收到)|拒收|配信(?:停止|解除)|購読(?:解除|停止)|수신 ?거부/iu;
/** A way that it shows. */
export const WAY =
  /\u2197|(?<!\p{L})(?:click(?:ing)?|tap(?:ping)?|visit(?:ing)?|(?:this|following|below) link|link below|here|repl(?:y|ying)|respond(?:ing)?|settings|preferences|blank|empty|send (?:an? |any )?(?:e-?mail|mail|message)|subject line|klick\p{L}*|hier|send\p{L}* sie|cliqu\p{L}*|ici|répond\p{L}*|haga clic|haz clic|aquí|clicca\p{L}*|qui|klik\p{L}*|kliknij|здесь)(?!\p{L})|点击|點擊|点此|點此|请点|(?:以下|此|下方)链接|(?:回复|回覆|发送)\s?["“「]?(?:td?|r|n|qx|退订|退訂|0+)|クリック|こちら|클릭/iu;

/** What is kept about whoever gets it, and how to change it: it leads to leaving, too. */
const KEPT =
  /(?<!\p{L})(?:(?:manag|updat|chang|edit|choos|adjust|review)\p{L}* (?:\p{L}+[- ]){0,3}(?:subscriptions?|preferences|settings|frequency)|(?:e-?mail|mail|subscription|notification) (?:preferences|settings)|leave (?:this|the|our) (?:mailing |e-?mail )?(?:list|group|newsletter)|(?:be |get )?(?:removed?|taken off|off)(?= .{0,24}(?:list|mailings?|database)(?!\p{L}))|(?:stop|end|quit|cancel|fewer|less|no more)(?= .{0,24}(?<!\p{L})(?:e-?mails?|mails?|messages|newsletters?|mailings?|updates)(?!\p{L}))|["“]?(?:stop|end|remove)["”]? (?:to|2) (?:end|quit|cancel|stop|opt|leave|unsub\p{L}*)|(?:reply|text|send|answer)(?: with)? ["“]?(?:stop|end|remove|no)["”]?(?!\p{L})|(?:click|tap|press|go|visit|link)(?:ing)? .{0,30}to (?:leave|stop|quit|be removed|get off)|(?:tired|sick|enough) of (?:our|these|this|us)|(?:want|get|be|rather be) (?:off|out)|ab(?:zu)(?:melden|bestellen)|auszutragen|einstellungen (?:verwalten|ändern)|préférences|preferencias|preferenze)|(?:管理|更改|修改|设置)[^，。！？]{0,6}(?:订阅|偏好|通知|邮件设置)|退出(?:此|本|该)?(?:邮件)?(?:列表|群组)|(?:拒收|不想收)|回复?\s?["“「]?(?:td?|n|r|qx)(?![a-z])/iu;
/** Why it came, as programs say it. */
const WHY =
  /\b(?:you(?:['’]re| are|['’]ve| have)? ?(?:receiv|get|got|subscrib|sign)\p{L}* .{0,60}(?:because|as you|since you|to (?:this|our))|(?:this|the) (?:e-?mail|message|mail|newsletter) (?:was|is|has been) sent (?:to|by|from)|(?:sent|delivered|powered) by|all rights reserved|copyright)|©|sie erhalten diese|vous recevez c|(?:has recibido|recibe) este|(?:您|你)(?:之所以)?(?:会)?收到(?:此|这|本|该)|(?:此|本)邮件/iu;
/** Asked right in front of the way out: Too many mails? 不想再收到？ */
const ENOUGH =
  /^\W{0,3}(?:(?:too (?:many|much|often)|(?:had )?enough|tired|sick|fed up|don['’]?t (?:want|like|need)|do not (?:want|like|need)|not (?:interested|for you)|(?:want|prefer|would you like) (?:fewer|less|no more)|no longer)(?!\p{L})[^.?!\n]{0,40}|(?:不想|不愿|不希望|不需要|觉得|嫌|邮件|消息|短信)[^。？！\n]{0,12}(?:收|烦|打扰|多)[^。？！\n]{0,6}|zu viele[^.?!\n]{0,40}|trop de[^.?!\n]{0,40}|demasiados[^.?!\n]{0,40})[?？]\s*$/iu;
const LINKED = /https?:|\bwww\.|[\w-]\.[a-z]{2,8}\/\S|\S@\S+\.\S/iu;
/** Spoken to whoever reads it; a customer says `you` to us as well: of what we send, or asking us to do something. */
const TO_READER =
  /\b(?<!\b(?:can|could|would|will|did|do|are|have|thank|thanks|love|see|ask|asked|told|tell|want|need|from|of|hope) )you\b(?! (?:sent|send|keep|guys|people|still|never|always|stop|please|take|for|very|so|all)\b)|\byour (?!(?:\w+ )?(?:lists?|e-?mails?|mails?|newsletters?|news|mailings?|messages?|offers|ads|database|marketing|shop|store|spam|help|time|tea)\b(?! (?:preferences|settings|subscriptions?|address|frequency|options)))\p{L}|(?<!谢谢|感谢|麻烦|请|祝)[您你](?!们|好)|(?<!\p{L})(?:wenn|falls|können|möchten|wollen) (?:sie|du)(?!\p{L})|(?<!\p{L})sie (?:können|möchten|wollen|erhalten)(?!\p{L})|(?<!\p{L})(?:si|pouvez|vous)[ -]vous(?!\p{L})|(?<!\p{L})vous (?:pouvez|souhaitez|désirez|voulez)(?!\p{L})|(?<!\p{L})(?:si|puede[sn]?) (?:no )?(?:desea|quieres?|deseas|darse|darte)(?!\p{L})|disiscriverti|se non (?:vuoi|desideri)/iu;
/** Who speaks of themselves. */
const SPEAKS =
  /(?<!\p{L})(?:i|i['’](?:m|ve|d|ll)|me|my|mine|myself|ich|mich|mir|mein\p{L}{0,2}|je|j['’]\p{L}+|moi|mon|yo|mi|mis|mio|mia|ik|mij|mijn)(?!\p{L})|我(?![们司方])|(?<!\p{L})(?:dés(?:abonnez|inscrivez)|retirez|enlevez)-(?:moi|nous)/iu;
const LONGEST = 400;
/** A footer below somebody's words is that many lines at most. */
const MOST_LINES = 3;

/** A command that whoever reads it can send, or a question with the way out behind it. */
const COMMAND =
  /(?:reply|text|send|answer)(?: with)? ["“]?(?:stop|end|remove|no)["”]?(?!\p{L})|["“]?(?:stop|end|remove)["”]? (?:to|2) (?:\d|end|quit|cancel|stop|opt|leave|unsub\p{L}*)|回[复覆]?\s?["“「]?(?:td?|n|r|qx|退订)(?![a-z])|[?？]\s*(?:退订|退訂|取消订阅|(?:un|de-?)subscribe|opt[- ]?out|abmelden|abbestellen|désabonne\p{L}*|disiscriv\p{L}*)[^\p{L}]*$/iu;

/** Whether it names how to leave and shows a way, or tells its reader that there is one: a sender's footer as likely as anybody's wish. */
const isLeaving = (said: string): boolean =>
  said.length <= LONGEST &&
  (NO_MORE.test(said) || KEPT.test(said)) &&
  (LINKED.test(said) || WAY.test(said) || TO_READER.test(said) || COMMAND.test(said)) &&
  !SPEAKS.test(said);

/** The way out alone, as a link is called, and as people write it. */
const BARE =
  /^[\s\p{P}]*(?:(?:un|de-?)subscribe|opt[- ]?out|退订|退訂|取消订阅|取消訂閱)(?: (?:here|now|instantly))?[\s\p{P}]*$/iu;

/** Whether nothing but the way out is named. */
export const isWayOutAlone = (line: string): boolean => line.length <= LONGEST && BARE.test(line);

/** What stands above such a footer, be it of a few lines or the last sentences of one; undefined where there is none, or nothing above it. */
export function aboveLeaving(written: string): string | undefined {
  const lines = written.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line));
  const above = withoutFooter(lines);
  if (above.length > 0) return above.length < lines.length ? above.join('\n') : undefined;
  const sentences = (lines[0] ?? '').split(/(?<=[.!?])\s+|(?<=[。！？])/u).filter(Boolean);
  const said = withoutFooter(sentences);
  return said.length > 0 && said.length < sentences.length ? said.join(' ') : undefined;
}

function withoutFooter(parts: readonly string[]): readonly string[] {
  let end = parts.length;
  for (;;) {
    const last = end;
    const count = [1, 2, MOST_LINES].find(
      (most) => most <= last && isLeaving(parts.slice(last - most, last).join(' ')),
    );
    const says = last < parts.length && last > 0 && leadsTo(parts[last - 1]!);
    if (count === undefined && !says) return parts.slice(0, end);
    end -= count ?? 1;
  }
}

/** Why it came, or whether they have enough of it. */
const leadsTo = (said: string): boolean =>
  said.length <= LONGEST && (WHY.test(said) || ENOUGH.test(said)) && !SPEAKS.test(said);
