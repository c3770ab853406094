import { headWords } from '../../text/cut.ts';

/**
 * Recognizes what list servers, help desks and senders of news write below a mail: why it came, who delivered it, how to get no more
 * of them. It speaks to whoever reads it and shows a way; who asks for themselves ("unsubscribe me", "I clicked it twice") does not.
 */
const LONGEST = 3000;
const MOST_LINES = 15;

/** What stands in for a link, and for an address where programs hear that somebody leaves. */
const LINK = '\u2197';
const URL = /<?\b(?:https?:|www\.)[^\s<>()[\]]{1,2000}>?|[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}\/\S{1,400}/gi;
const LEAVING =
  /<?(?:mailto:)?[^\s<>@:]{0,120}(?:unsub|leave|remove|opt-?out|signoff|request|listserv|sympa|majordomo|abmeld)[^\s<>@]{0,120}@[^\s<>@]{3,120}>?/gi;
/** The name of a group, whatever it is called: "Orders". */
const NAME = /["“„«「]([^"”“»」]{1,60})["”“»」]/g;

/** Who speaks of themselves, or of what does not work. */
const PERSONAL =
  /\b(?:i|i['’](?:m|ve|d|ll)|my|mine|me(?=[\s,;]+(?:please|off|out))|we|ich|mein\p{L}{0,2}|mich|mir|wir|je (?:suis|veux|ne|vous|n['’]|souhaite|peux|voudrais)|j['’]\p{L}+|mon|nous|yo|mi|mis|mio|mia|ik|mijn)\b|我(?![们司方公])|\b(?:does|do|did|is|are)(?:n['’]?t| not) (?:work|help|open|load|there|clear)|\b(?:broken|fails?|failed|impossible|error|still|keeps?|nothing|nowhere|gone|missing|dead|wrong|cannot|can['’]?t|never|twice|stop (?:it|this|these|sending|e-?mailing|writing|spamming))\b|funktioniert|geht nicht|ne marche pas|no funciona|non funziona|没用|无效|打不开|点不|还是|仍然|怎么|没反应/iu;
/** Whom they want to be taken off; and a wish as people write it. */
const THEMSELVES =
  /\bunsubscrib\p{L}* (?:me|us|this (?:e-?mail|address)|the following)\b|(?:take|remove|delete) (?:me|us|this address)\b|^\W*(?:un|de-?)subscribe\b.*\b(?:please|pls|thanks|thank you|asap|immediately)\b|谢谢|拜托|麻烦/iu;
/** What people say to a shop; what they bought is no list. */
const TRADE =
  /\b(?:orders?|parcels?|refund\p{L}*|cancel(?:led)?|invoices?|shipped|shipping|deliver(?:y|ies)|charged|pieces|units|bestell\p{L}+|liefer\p{L}+|rechnung|paket|commande|livraison|colis|facture|pedido|factura|ordine)\b|订单|发货|退款|包裹|发票|扣款|扣费/iu;

/** Sentences with which programs begin. Nothing else need say that it is one. */
const PROGRAM = new RegExp(
  `^[^\\p{L}\\p{N}]{0,6}(?:${[
    "you(?:['’]re| are| have)? ?(?:receiv(?:ed|ing|e)|gett?(?:ing)?|got) (?:this|these|all) (?:messages?|e-?mails?|mails?|newsletters?) (?:because|as|since) you(?:['’]re| are|['’]ve| have| were| had)? (?:\\p{L}+ly |been |also )?(?:subscri|sign(?:ed)? (?:up|on)|regist|opted|an? (?:member|subscriber|customer|moderator|participant|recipient|follower)|on |in |watching|following|part of|listed|added|assigned|mentioned|commented|requested|agreed|joined|provided|expressed|attended)",
    'you receive all messages sent to this group',
    'this (?:message|e-?mail|newsletter) was sent to \\S+@\\S+',
    'this (?:message|e-?mail|mail) (?:was|is|has been) (?:issued|sent|delivered|distributed) to (?:all )?(?:members|subscribers)',
    'you (?:are|were) (?:currently )?(?:subscribed to|a member of) (?:this|the) (?:group|list|forum|google|mailing)',
    'to take part in this conversation|to view this (?:discussion|message|topic|thread)|to (?:post|reply) to this (?:group|list|topic), ',
    'view\\/reply online|groups\\.io links|yahoo! groups links',
    'this (?:e-?mail|message) is a service from',
    '(?:this (?:e-?mail|message) (?:was|is) )?(?:delivered|powered|sent) (?:by|via|with|through) (?:zendesk|fresh ?desk|help ?scout|intercom|gorgias|zoho(?: desk)?|hub ?spot|mail ?chimp|brevo|sendinblue|mailer ?lite|klaviyo|constant contact|kayako|re:?amaze|crisp|tidio|jira service|groove ?hq|desk\\.com|service ?now)',
    'sie erhalten diese (?:e-?mail|nachricht), (?:weil|da) sie|sie haben diese (?:e-?mail|nachricht) erhalten, (?:weil|da) sie',
    '(?:vous recevez|vous avez reçu) (?:ce|cet|cette) (?:message|e-?mail|courriel),? (?:car|parce) (?:que )?vous',
    '(?:has recibido|recibe[s]?|ha recibido) este (?:mensaje|correo)(?: electrónico)? porque (?:te|est[áa]s?|se|eres|usted|formas?|has)(?!\\p{L})|(?:ricevi|hai ricevuto|ricevete) (?:questa e-?mail|questo messaggio) perché (?:sei|ti|hai|fai|siete|vi)(?!\\p{L})|(?:je|u) (?:ontvangt|hebt) (?:dit bericht|deze e-?mail) (?:ontvangen )?omdat (?:je|u)|você (?:recebeu|está recebendo) (?:esta mensagem|este e-?mail) porque',
    'otrzymujesz tę wiadomość, ponieważ|вы получили это сообщение, поскольку|du fick det här meddelandet eftersom',
    '(?:您|你)(?:之所以)?(?:会)?收到(?:此|这封|本|该|這封)(?:电子)?(?:邮件|郵件|消息)[，,]?(?:是)?因[为為]|(?:此|本)(?:邮件|郵件)(?:由|为|是)?系统自动',
    'このメールは.{0,60}(?:購読|登録)|이 메일은 .{0,60}그룹',
  ]
    .map((words) => `(?:${words})`)
    .join('|')})`,
  'iu',
);

/** That it is about getting no more. */
const NO_MORE =
  /(?<!\p{L})(?:(?:un|de-?)subscri(?:be|bing|ption)\p{L}*|opt(?:ing)?[- ]?out|(?:no longer|not|stop|fewer|less)(?: (?:wish|want|like|prefer|care))? ?(?:to )?(?:receiv|get|hear)\p{L}*(?= .{0,30}(?<!\p{L})(?:e-?mails?|mails?|messages?|news\p{L}*|mailings?|updates?|offers|communications?|from|these|them|such)(?!\p{L}))|no more (?:e-?mails?|mails?|messages?|of these)|leave this (?:group|list)|abmeld\p{L}*|abbestell\p{L}*|austragen|keine (?:weiteren )?(?:e-?mails?|mails?|nachrichten|newsletter) (?:mehr|zu erhalten|erhalten)|(?:be|get) (?:removed|taken off)(?= .{0,20}list)|désabonn\p{L}*|désinscri\p{L}*|ne (?:plus|souhaitez plus) recevoir|darse de baja|cancelar (?:la|su|tu|a) (?:suscripción|inscrição)|no (?:desea|quieres?|deseas) (?:seguir )?recib\p{L}*|disiscri\p{L}*|annulla\p{L}* l['’]iscrizione|non (?:desideri|vuoi) (?:più )?ricev\p{L}*|afmeld\p{L}*|uitschrijv\p{L}*|avprenumerera\p{L}*|wypis\p{L}*|odhlás\p{L}*|отписаться|отказаться)(?!\p{L})|退订|退訂|取消订阅|取消訂閱|(?:不想|不希望|不愿)(?:再|继续)?(?:接?收到?)|(?:不再|停止)(?:接收|收到)|拒收|配信(?:停止|解除)|購読(?:解除|停止)|수신 ?거부/iu;
/** A way that it shows. */
const WAY =
  /\u2197|(?<!\p{L})(?:click(?:ing)?|tap(?:ping)?|visit(?:ing)?|(?:this|following|below) link|link below|here|repl(?:y|ying)|respond(?:ing)?|settings|preferences|blank|empty|send (?:an? |any )?(?:e-?mail|mail|message)|subject line|klick\p{L}*|hier|send\p{L}* sie|cliqu\p{L}*|ici|répond\p{L}*|haga clic|haz clic|aquí|clicca\p{L}*|qui|klik\p{L}*|kliknij|здесь)(?!\p{L})|点击|點擊|点此|點此|请点|(?:以下|此|下方)链接|(?:回复|回覆|发送)\s?["“「]?(?:td?|r|n|qx|退订|退訂|0+)|クリック|こちら|클릭/iu;
/** A way that only a program names without a link of its own. */
const WAY_OUT =
  /\b(?:click|tap)(?:ing)? (?:here|the link|(?:on )?(?:this|the following) link|below)|\blink below|\b(?:blank|empty) (?:e-?mail|mail|message)|\bsubject line|["“']\s?(?:unsubscribe|stop|remove|leave|signoff)|hier klicken|klicken sie (?:bitte )?hier|cliquez ici|haga clic aquí|haz clic aquí|clicca qui|klik hier|点[击此擊](?:此处|这里|以下链接|下方链接|链接)?(?:即可)?(?:退订|退訂|取消)|(?:退订|退訂|取消订阅)(?:请)?点[击此擊](?:此处|这里|以下|下方)|^拒收(?:请)?回[复覆]|回[复覆]\s?["“「]?(?:td?|r|n|qx)(?![a-z])|クリック|こちら|클릭/iu;
/** How such a sentence begins: it tells its reader what they can do. */
const TELLS =
  /^[^\p{L}\p{N}]{0,6}(?:to (?:unsubscribe|opt|stop|leave|no longer|be removed|change|manage|update)|(?:if|should|in case) you|(?:want|wish|prefer) (?:to|not|fewer)|do(?:n['’]t| not) want|no longer (?:want|wish)|not interested|no more (?:e-?mails?|mails?|of these)|you (?:can|may)|click(?:ing)?|tap|(?:un|de-?)subscribe(?: (?:here|from this (?:list|group)|at any time|instantly|now))?\s?[:|>\u2197([<-]|(?:un|de-?)subscribe (?:by|via) |reply|um sich|um keine|wenn (?:sie|du)|falls (?:sie|du)|möchten sie|sie können|(?:newsletter )?(?:abmelden|abbestellen)\s?[:|>\u2197([<-]|hier (?:abmelden|klicken)|klicken|pour (?:vous|ne|se)|si (?:vous|tu|no|non|desea|não)|vous pouvez|(?:se )?(?:désabonner|désinscrire)|se non|cliquez|para (?:darse|cancelar|dejar)|per (?:disiscriversi|annullare|non)|om (?:je|u|geen)|als (?:je|u)|aby|chcete|если|чтобы|如(?:果|您|不|需|想|要)|若|不想|拒收请|要?退[订訂]|要?取消[订訂][阅閱]|您(?:可以?|也)|点[此击]|回[复覆]|配信|今後)/iu;
/** A row of such links. */
const LINKS =
  /^(?:[^\p{L}\p{N}]*(?:\u2197|unsubscribe|manage (?:your )?(?:e-?mail )?(?:preferences|subscriptions?)|(?:update |e-?mail )?preferences|view (?:this (?:e-?mail )?)?(?:in (?:your )?browser|online)|view (?:group files|all topics)|leave group|mute (?:this )?(?:topic|thread)|new topic|your subscription|contact group owner|group (?:home|owner)|privacy (?:policy|notice|statement)|forward to a friend|abmelden|abbestellen|impressum|datenschutz(?:erklärung)?|im browser (?:ansehen|öffnen)|se désabonner|darse de baja|退订|取消订阅|隐私政策|在线查看|管理订阅))+[^\p{L}\p{N}]*$/iu;

/** Whether these lines, and all of them, are such a footer. */
export function isListFooter(lines: readonly string[]): boolean {
  if (lines.length > MOST_LINES) return false;
  const text = bare(lines);
  const said = text.replace(NAME, ' ');
  if (text === '' || text.length >= LONGEST || PERSONAL.test(said) || THEMSELVES.test(said)) return false;
  if (PROGRAM.test(text)) return true;
  if (LINKS.test(text)) return NO_MORE.test(text) && text.replace(/unsubscribe|退订|取消订阅|[\s\p{P}]/giu, '') !== '';
  const shows = text.includes(LINK) ? WAY.test(text) : WAY_OUT.test(text) && !/[?？吗呢]/u.test(text);
  return TELLS.test(text) && NO_MORE.test(text) && shows && !TRADE.test(said);
}

const bare = (lines: readonly string[]): string =>
  headWords(lines.join(' '), LONGEST).replace(URL, LINK).replace(LEAVING, LINK).replace(/\s+/g, ' ').trim();
