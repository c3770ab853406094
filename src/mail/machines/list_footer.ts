import { headWords } from '../../text/cut.ts';
import { NO_MORE, WAY } from '../../text/footer/leaving.ts';

/**
 * Recognizes what list servers, help desks and senders of news write below a mail: why it came, who delivered it, how to get no more
 * of them. It speaks to whoever reads it and shows a way; who asks for themselves ("unsubscribe me", "I clicked it twice") does not, nor who
 * tells what the way did, or speaks of somebody or of goods. Where it stands says the rest (words/signature.ts): never first, and only below
 * something that was said.
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
/** What came of a way that was tried, and a mishap. */
const CAME_OF_IT =
  /\b(?:404|(?:empty|blank|white) (?:page|screen|window)|(?:leads?|led|goes|went|points?|redirects?) (?:me |us )?(?:to|nowhere)|(?:gives?|gave|shows?|showed|says?|said|opens?|asks?|asked|wants?|needs?|returns?|bounced?s?|crash\p{L}*|hangs?|expired|log ?in|password|captcha) (?:an?|the|me|us|for|that|up|page|error|nothing|gone)|says|bounce[sd]|by mistake|(?:in|by) error|by accident|accidentally|anyway|yesterday|last week|day one)\b|leere? seite|öffnet|führt (?:zu|auf|ins)|zeigt|verlangt|trotzdem|aus versehen|irrtümlich|(?<!\p{L})(?:affiche|demande|mène|page (?:vide|blanche)|par erreur|pide|muestra|lleva|página en blanco|por error|chiede|mostra|porta a|pagina (?:vuota|bianca)|per errore)(?!\p{L})|空白|空的|要登[录陆]|登[录陆]失败|失败|显示|报错|跳转|之?后(?:还|又|照|仍|也|却|页面)|照样|过期|打开是|弄错|搞错|发错/iu;
/** Others than the reader: whom or what somebody wants taken off. */
const OTHERS =
  /\b(?:[Uu]nsubscribe|[Rr]emove|[Oo]pt out) (?!From|Me|Here|Now|At|By|Via|Click|Or|And|Manage|View|Update|Preferences|Privacy|Terms|Contact|Our)\p{Lu}\p{Ll}|(?<!\p{L})(?:Mr|Mrs|Ms|Frau|Herrn?|Mme|Señora?|Signora?)\.? \p{Lu}|(?<!\p{L})(?:she|he|him|his|her|they|their|sein|seine[mnr]?)(?!\p{L})|(?<!\p{L})(?:désinscrire|désabonner|abmelden|afmelden) (?!Sie|Vous)\p{Lu}\p{Ll}+ (?:du|de|vom|von|van)(?!\p{L})|(?<!其)他|她/u;
/** Words that go on behind a link, and tell something of it: `https://… gives an empty page`. */
const BEHIND_LINK =
  /\u2197[\])>]?\s+(?!(?:or|and|to|for|if|at|in|on|by|with|is a|view|manage|update|privacy|powered|unsubscribe|oder|um|und|klicken|aufrufen|besuchen|ou|et|pour|o|y|e|para|per|of|en|om|aby|lub)(?!\p{L})|这里即可|即可|进行|取消|退[订訂]|或|以|にて|から)(?=\p{Ll}|\p{Script=Han})/u;
/** Whom they want to be taken off; and a wish as people write it. */
const THEMSELVES =
  /\bunsubscrib\p{L}* (?:me|us|this (?:e-?mail|address)|the following)\b|(?:take|remove|delete) (?:me|us|this address)\b|^\W*(?:un|de-?)subscribe\b.*\b(?:please|pls|thanks|thank you|asap|immediately)\b|谢谢|拜托|麻烦/iu;
/** What people say to a shop; what they bought is no list. */
const TRADE =
  /\b(?:orders?|parcels?|refund\p{L}*|cancel(?:led)?|invoices?|shipped|shipping|deliver(?:y|ies)|charged|pieces|units|bestell\p{L}+|liefer\p{L}+|rechnung|paket|commande|livraison|colis|facture|pedido|factura|ordine|(?:tea)?pots?|cups?|box(?:es)?|mugs?|kettles?|tickets?(?= (?:for|to|on))|seats?|courses?|class(?:es)?|lessons?|workshops?|bookings?|appointments?|teekurs|kurs|kanne|tassen?|attest|termin|cours|théière|tasses?|tetera|tazas?|curso|teiera|tazze|corso|kopjes?|theepot)\b|订单|发货|退款|包裹|发票|扣款|扣费|茶[席盒壶杯具叶]|杯子|[课席座盒壶][，。！,.!]?$|课程|预约/iu;

/** How somebody comes to be on a list, in the same sentence. */
const LISTED =
  '(?=[^.!?]{0,120}?(?:abonn|angemeldet|registriert|eingetragen|zugestimmt|mitglied|gruppe|newsletter|verteiler|kund(?:e|in)(?!\\p{L})|inscri|suscri|iscritt|registrad|registrat|membre|miembro|membro|cliente|client|groupe|grupo|gruppo|lista?e?(?!\\p{L})|lid (?:van|bent)|ingeschreven|aangemeld|groep|lijst))';

/** Sentences with which programs begin. Nothing else need say that it is one. */
const PROGRAM = new RegExp(
  `^[^\\p{L}\\p{N}]{0,6}(?:${[
    "you(?:['’]re| are| have)? ?(?:receiv(?:ed|ing|e)|gett?(?:ing)?|got) (?:this|these|all)(?: (?:messages?|e-?mails?|mails?|newsletters?))? (?:because|as|since) you(?:['’]re| are|['’]ve| have| were| had)? (?:\\p{L}+ly |been |also )?(?:subscri|sign(?:ed)? (?:up|on)|regist|opted|an? (?:member|subscriber|customer|moderator|participant|recipient|follower)|on |in |watching|following|part of|listed|added|assigned|mentioned|commented|requested|agreed|joined|provided|expressed|attended)",
    'you receive all messages sent to this group',
    'this (?:message|e-?mail|newsletter) was sent to \\S+@\\S+',
    'this (?:message|e-?mail|mail) (?:was|is|has been) (?:issued|sent|delivered|distributed) to (?:all )?(?:members|subscribers)',
    'you (?:are|were) (?:currently )?(?:subscribed to|a member of) (?:this|the) (?:group|list|forum|google|mailing)',
    'to take part in this conversation|to view this (?:discussion|message|topic|thread)|to (?:post|reply) to this (?:group|list|topic), ',
    'view\\/reply online|groups\\.io links|yahoo! groups links',
    'this (?:e-?mail|message) is a service from',
    '(?:\\[[\\w-]{1,20}\\] ?)?(?:this (?:e-?mail|message) (?:was|is) )?(?:delivered|powered|sent) (?:to you )?(?:by|via|with|through) (?:zendesk|fresh ?desk|help ?scout|intercom|gorgias|zoho(?: desk)?|hub ?spot|mail ?chimp|brevo|sendinblue|mailer ?lite|klaviyo|constant contact|kayako|re:?amaze|crisp|tidio|jira service|groove ?hq|desk\\.com|service ?now)(?:,? inc)?(?=\\W*$|\\s?[.|·•\\u2197\\n(])',
    `sie erhalten diese (?:e-?mail|nachricht),? (?:weil|da) sie${LISTED}|sie haben diese (?:e-?mail|nachricht) erhalten, (?:weil|da) sie${LISTED}`,
    `(?:vous recevez|vous avez reçu) (?:ce|cet|cette) (?:message|e-?mail|courriel),? (?:car|parce) (?:que )?vous${LISTED}`,
    `(?:has recibido|recibe[s]?|ha recibido) este (?:mensaje|correo)(?: electrónico)? porque${LISTED}|(?:ricevi|hai ricevuto|ricevete) (?:questa e-?mail|questo messaggio) perché${LISTED}|(?:je|u) (?:ontvangt|hebt) (?:dit bericht|deze e-?mail) (?:ontvangen )?omdat (?:je|u)${LISTED}|você (?:recebeu|está recebendo) (?:esta mensagem|este e-?mail) porque${LISTED}`,
    'otrzymujesz tę wiadomość, ponieważ|вы получили это сообщение, поскольку|du fick det här meddelandet eftersom',
    '(?:您|你)(?:之所以)?(?:会)?收到(?:此|这封|本|该|這封)(?:电子)?(?:邮件|郵件|消息)[，,]?(?:是)?因[为為][^。！？]{0,40}?(?:订阅|訂閱|注册|關注|关注|加入|会员|群组|列表|同意|登记)|(?:此|本)(?:邮件|郵件)(?:由|为|是)?系统自动(?:发|生成|推送|寄|回复)',
    'このメールは.{0,60}(?:購読|登録)|이 메일은 .{0,60}그룹',
  ]
    .map((words) => `(?:${words})`)
    .join('|')})`,
  'iu',
);

/** A way that is named without a link: it is for whoever reads it to go. */
const WAY_OUT =
  /\b(?:click|tap)(?:ing)? (?:here|the link|(?:on )?(?:this|the following) link|below)|\blink below|\b(?:blank|empty) (?:e-?mail|mail|message)|\bsubject line|["“']\s?(?:unsubscribe|stop|remove|leave|signoff)|hier (?:klicken|abmelden|abbestellen)|klicken sie (?:bitte )?hier|cliquez ici|haga clic aquí|haz clic aquí|clicca qui|klik hier|\breply(?:ing)? (?:to this (?:e-?mail|message|mail) )?(?:with |by )?["“']?(?:stop|unsubscribe|remove|leave|no|end)\b|\b(?:let|letting) us know|\bwrit(?:e|ing) to us\b|\?\s?["“(]?(?:un|de-?)subscribe\W*$|\b(?:un|de-?)subscribe here\W*$|\?\s?hier abmelden\W*$|点[击此擊](?:此处|这里|以下链接|下方链接|链接)?(?:即可)?(?:退订|退訂|取消)|(?:退订|退訂|取消订阅)[，,]?(?:请)?点[击此擊](?:此处|这里|以下|下方)\W*$|^拒收(?:请)?回[复覆]|回[复覆]\s?["“「]?(?:退订|退訂|取消订阅)["”」]?\W*$|回[复覆]?\s?["“「]?(?:td?|r|n|qx)(?![a-z])|クリック|こちら|클릭/iu;
/** How such a sentence begins: it tells its reader what they can do. */
const TELLS =
  /^[^\p{L}\p{N}]{0,6}(?:to (?:unsubscribe|opt|stop|leave|no longer|be removed|change|manage|update)|(?:if|should|in case) you|(?:(?:want|wish|prefer) (?:to|not|fewer)|do(?:n['’]t| not) (?:want|wish)|no longer (?:want|wish|interested)|not interested|no more (?:e-?mails?|mails?|of these)|too many)[^.!?\u2197]{0,60}\?|you (?:can|may)|click(?:ing)?|tap|(?:simply |just )?reply(?:ing)? |(?:un|de-?)subscribe(?: (?:here|from this (?:list|group)|at any time|instantly|now))?\s?[:|>\u2197([<-]|(?:un|de-?)subscribe (?:by|via) |reply|um sich|um keine|wenn (?:sie|du)|falls (?:sie|du)|möchten sie|sie (?:möchten|wollen)|sie können|(?:newsletter )?(?:abmelden|abbestellen)\s?[:|>\u2197([<-]|hier (?:abmelden|klicken)|klicken|(?:nicht|kein\p{L}*)[^.!?\u2197]{0,60}\?|pour (?:vous|ne|se)|si (?:vous|tu|no|non|desea|não)|vous pouvez|(?:se )?(?:désabonner|désinscrire)|se non|cliquez|para (?:darse|cancelar|dejar)|per (?:disiscriversi|annullare|non)|om (?:je|u|geen)|als (?:je|u)|aby|chcete|если|чтобы|如(?:果|您|不|需|想|要)|若|不想[^。！\u2197]{0,20}[?？]|不想再?(?:收到|接收)[^。！？\u2197]{0,12}[，,]请|拒收请?回|要?退[订訂]|要?取消[订訂][阅閱]|您(?:可以?|也)|点[此击]|回[复覆]|回\s?["“「]?(?:td?|n|r|qx)|配信|今後)/iu;
/** A row of such links. */
const ASKS = /[?？](?!\s?["“(]?(?:(?:un|de-?)subscribe|hier|reply|click|tap|点|退|回))|[吗呢](?![?？]\s?[点退回])/iu;
const LINKS =
  /^(?:[^\p{L}\p{N}]*(?:\u2197|unsubscribe|manage (?:your )?(?:e-?mail )?(?:preferences|subscriptions?)|(?:update |e-?mail )?preferences|view (?:this (?:e-?mail )?)?(?:in (?:your )?browser|online)|view (?:group files|all topics)|leave group|mute (?:this )?(?:topic|thread)|new topic|your subscription|contact group owner|group (?:home|owner)|privacy (?:policy|notice|statement)|forward to a friend|abmelden|abbestellen|impressum|datenschutz(?:erklärung)?|im browser (?:ansehen|öffnen)|se désabonner|darse de baja|退订|取消订阅|隐私政策|在线查看|管理订阅))+[^\p{L}\p{N}]*$/iu;

/** What else senders say beside the way: who they are, what they send, how seldom. */
const BESIDE =
  /^[^\p{L}\p{N}©]{0,6}(?:©|\(c\) ?\d|copyright|all rights reserved|alle rechte vorbehalten|版权所有|sent to you by|you(?:['’]re| are) (?:receiving|getting)|our (?:news|newsletter|mailing)|(?:we )?(?:only|never|will only|send)[^.!?]{0,60}(?:news|e-?mails?|mails?|spam|share)|(?:view|read) (?:this|it|online|in)|wir (?:senden|schreiben|verschicken) (?:nur|höchstens)|我们(?:只|仅|每))/iu;
/** One of its links, or what stands there for one. */
const LEAVES =
  /^[^\p{L}\p{N}]*(?:to )?(?:unsubscribe|opt[- ]out|abmelden|abbestellen|(?:se )?désabonner|darse de baja|afmelden|退订|取消订阅)(?: (?:here|at any time|any time|anytime|now|instantly|hier|ici|aquí))*\s?[:：]?\s?\u2197?[^\p{L}\p{N}]*$/iu;
const A_NAME = /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,2}$/u;
/** A firm's name and address, or a bare link. */
const NAMES_ONLY =
  /^[\s\p{P}]*(?:\p{Lu}[\p{L}\d.'’-]*|\d[\p{L}\d-]*|\u2197|&|of|and)(?:[\s,]+(?:\p{Lu}[\p{L}\d.'’-]*|\d[\p{L}\d-]*|\u2197|&|of|and)){0,11}[\s\p{P}]*$/u;
/** What only a program's address or link has. */
const MACHINE = /[+-](?:unsubscribe|leave|request|signoff)@|groups\.google\.com|groups\.io\/|listinfo|wa\.exe\?|-=-=-/i;
/** Whoever got it by mistake is told how to leave. */
const ASTRAY = /\bif you(?:['’]ve| have)? (?:received|got|signed up)[^.!?]{0,40}(?:by mistake|in error|by accident)/giu;

/** What senders say of themselves. */
const SELDOM = /\bwe (?:only|never|will (?:only|never)) (?=(?:send|share|e-?mail|write)\b)/giu;

/** Whether these lines, and all of them, are such a footer, if they stand where one does. */
export function isListFooter(lines: readonly string[]): boolean {
  if (lines.length > MOST_LINES) return false;
  const text = bare(lines);
  const said = text.replace(NAME, ' ').replace(ASTRAY, ' ').replace(SELDOM, ' ');
  if (text === '' || text.length >= LONGEST || isPersons(said)) return false;
  // a clause behind a colon tells what happened: `you are the maker of it: it leaks`
  if (PROGRAM.test(text))
    return (
      !TRADE.test(said) &&
      !/[;:；：]\s?(?!if |to |you |please )\p{Ll}+ \p{Ll}/u.test(said) &&
      !/\b(?:too|as well)\b/iu.test(said)
    );
  if (LINKS.test(text)) return NO_MORE.test(text) && text.replace(/unsubscribe|退订|取消订阅|[\s\p{P}]/giu, '') !== '';
  if (TRADE.test(said) || !NO_MORE.test(text)) return false;
  if (TELLS.test(text)) return text.includes(LINK) ? WAY.test(text) : WAY_OUT.test(text) && !ASKS.test(text);
  const parts = said
    .split(/[.!。！|•·\n](?=\s|$)|(?<=[?？])|[:：](?=\s*unsub)/iu)
    .filter((part) => /[\p{L}\p{N}\u2197]/u.test(part));
  const isProgram = (part: string) => [LEAVES, BESIDE, LINKS, NAMES_ONLY].some((words) => words.test(part));
  // the name below the words stands above the footer
  if (A_NAME.test(lines[0]!)) return false;
  return parts.length > 1 && parts.some((part) => LEAVES.test(part)) && parts.every(isProgram);
}

/** A bar between links or rights, a command for a telephone, or what only senders say of their mailings. */
const BAR = /[|•·]/u;
const COMMAND =
  /^[^\p{L}\p{N}]*(?:(?:text|reply|send)(?: with)? ["“]?(?:stop|end|unsubscribe)["”]?(?: (?:to|for) (?:unsubscribe|opt[ -]?out|end|stop|cancel|leave)\b.{0,20})?|(?:拒收|退订|退訂|不想收到|不想再收到|如不[^，。]{1,12})[，,]?请?回[复覆]?\s?["“「]?(?:td?|n|r|qx|退订|退訂)["”」]?)[^\p{L}\p{N}]*$/iu;
const OF_MAILINGS =
  /^[^\p{L}\p{N}]*to (?:opt[- ]?out|unsubscribe|stop|be removed) (?:of|from|receiving) (?:all |any )?(?:future|further|our) (?:mailings|e-?mails|messages|newsletters|communications)|^[^\p{L}\p{N}]*(?:don['’]t want|no longer want|not want|want fewer|want no more) (?:these|our|such) (?:e-?mails?|mails|messages|updates)(?: any ?more)?\?[^\p{L}\p{N}]{0,3}(?:unsubscribe|opt[- ]?out|click here)/iu;

/** Whether it has a shape that only programs give it: it is nobody's wish, also below mere thanks. */
export function isSendersShape(lines: readonly string[]): boolean {
  const text = bare(lines);
  return (
    isListFooter(lines) &&
    ((BAR.test(text) && /unsubscribe|opt[- ]?out|abmeld|abbestell|d[ée]sabonn|退订|取消订阅/iu.test(text)) ||
      COMMAND.test(text) ||
      OF_MAILINGS.test(text))
  );
}

/** Whether no person can have written them, wherever they stand: a list server's own address is in them. */
export const isSurelyListFooter = (lines: readonly string[]): boolean =>
  isListFooter(lines) && MACHINE.test(headWords(lines.join(' '), LONGEST));

const isPersons = (said: string): boolean =>
  PERSONAL.test(said) || THEMSELVES.test(said) || CAME_OF_IT.test(said) || OTHERS.test(said) || BEHIND_LINK.test(said);

const bare = (lines: readonly string[]): string =>
  headWords(lines.join(' '), LONGEST).replace(URL, LINK).replace(LEAVING, LINK).replace(/\s+/g, ' ').trim();
