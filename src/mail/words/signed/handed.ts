/**
 * Sentences that hand something over: where their author lives now, where a parcel goes, that their data are new. Whoever writes one
 * above a signature means the signature, whatever its lines look like: many a place has neither a street nor a number.
 */
const LONGEST = 600;

/** Somebody else's, and what is no place. */
const NOT_THEIRS =
  /(?<!\p{L})(?:your|the shop|ihre?n?|eure?n?|deine?n?|vos|votre|su|tu|il vostro|uw|jullie)\s(?:new |neue\w* |nouvelle )?(?:address|place|shop|store|office|house|home|showroom|adresse|anschrift|laden|geschäft|büro|boutique|adresse|dirección|tienda|indirizzo|negozio|adres|winkel)(?!\p{L})|(?:你们|您|贵司|贵店|你)的?(?:新)?(?:地址|店|公司|办公室)|(?<!\p{L})mov(?:ed|e|ing) (?:the|our|my) (?:appointment|meeting|call|date|booking|session)(?!\p{L})/giu;
const PLACES =
  /(?<!\p{L})(?:(?:we|i) (?:have |['’]ve |just |recently )*moved|(?:we|i)(?:['’]ve|(?:['’]m| am|['’]re| are) (?:now )?(?:in|at) (?:a|the|our|my) new)|moved (?:to|into|house|flat|home|office|here)|moving (?:to|house)|relocated|(?:changed|new|other) premises|staying (?:at|with)|not (?:at|in)\b.{1,30}(?:any ?more|any longer)|(?:i|we) (?:now )?live (?:here|there)|(?:i|we) (?:now )?live(?=.{0,30}now)|(?:where|place) (?:i|we) (?:am|are|live|want|work|stay)|(?:my|our|a|the) (?:new|right|correct|current|other|actual) (?:delivery |shipping |postal |home |office )?(?:address|place|flat|house|home|office)|new (?:address|place|one)(?= (?:is |stands )?(?:in|at|below|under))|(?:wrong|incorrect|old|mistaken|outdated) (?:address|street|place|flat|house|door|town|city|postcode|zip)|(?:address|street|house number|postcode) (?:on (?:the|it|my)\b.{0,40} )?(?:is|was|were) (?:wrong|incorrect|old|missing|outdated)|change (?:of|my|our|the) (?:delivery |shipping )?address|where to (?:send|post|ship|deliver|bring|put|drop|leave)|(?:send|ship|post|deliver|drop|bring|courier|leave|forward|redirect|mail)\p{L}*(?!\p{L}).{0,40}(?<!\p{L})(?:here|at mine|to mine|to me|at my\b.{1,20}|to my (?:home|house|flat|office|work|place|mother|mum|sister|brother|parents|new)|to this (?:one|place)|there instead))(?!\p{L})/iu;
const PLACES_ABROAD =
  /(?<!\p{L})(?:umgezogen|übersiedelt|umzug|ziehen um|wohn(?:e|en|t) (?:jetzt|nun|hier|da)|(?:neue|richtige|aktuelle|falsche|alte|andere)n? (?:adresse|anschrift|liefer\p{L}+)|(?:adresse|anschrift|straße|hausnummer|plz)\b.{0,20} (?:war|ist|stimmt) (?:falsch|nicht|alt|veraltet)|hierher|hierhin|hier (?:abgeben|hinterlegen|zustellen|einwerfen|zu finden)|(?:liefer|schick|send|stell|bring)\p{L}*(?!\p{L}).{0,40}(?<!\p{L})(?:hier|in die (?:arbeit|firma)|nach hause|zu mir|zu uns|zu mein\p{L}*)|(?:ans|ins) (?:neue )?büro|(?:falschen|anderen) ort|déménagé\p{L}*|chang\p{L}* d['’]adresse|(?:j['’]habite|nous habitons)(?=.{0,20}(?:ici|maintenant|désormais))|nouvelle adresse|emménag\p{L}+|(?:se |nos hemos |nos |me )mud\p{L}+|spedi\p{L}*.{0,20} qui|(?:stuur|lever|bezorg)\p{L}*.{0,30} (?:hier|hierheen)|mauvaise adresse|nos hemos mudado|me he mudado|(?:vivo|vivimos)(?=.{0,20}(?:aquí|ahora))|ahora viv\p{L}+|nueva dirección|ora abit\p{L}+|abit\p{L}+ (?:ora|qui)|nuovo indirizzo|trasferit\p{L}+|verhuisd|(?:woon|wonen) (?:nu|hier)|nieuw\p{L}* adres|przeprowadz\p{L}+|nowy adres|přestěhova\p{L}+|nová adresa|flyttat|flyttet|muuttan\p{L}+|költöz\p{L}+|переехал\p{L}*)(?!\p{L})|搬(?:家|到|了|至|去)|住(?:在)?(?:这|那)里?|(?:寄|发|送|邮|改|换)(?:到|给|往|来|至|成|去)?.{0,6}(?:这(?:里|边|个地址)|我家|我公司|我单位|我这|我妈|下面|新地址)|(?:发|走|用)?(?:顺丰|快递|圆通|中通|京东).{0,6}(?:到|给|至)|(?:新|错|改|换|变|正确).{0,4}地址|地址.{0,6}(?:错|变|改|换|不对|更新|见|在下|在签名|在最后)|送错|换(?:了)?地方|(?:这边|这里|那边)收|寄(?:公司|我|家|单位)|引っ越|이사/iu;
/** Their data are new, or were asked for. */
const DATA =
  /(?<!\p{L})(?:(?:my|our|new|updated|correct|contact|requested|company|billing|shipping|delivery) (?:\p{L}+ )?(?:details|data|info\p{L}*|particulars|credentials|coordinates)(?!\p{L})(?=.{0,40}(?:chang|new|updat|below|here|attached|correct|differ|follow|$))|(?:changed?|new|updated?|note|requested|asked for|want(?:ed)?|need(?:ed)?) (?:my |our |the )?(?:contact |company |billing |shipping |delivery )?(?:details|data|particulars)|update (?:my|our) (?:record|account|entry|file|card|details)|(?:neue|neuen|geänderte\p{L}*|gewünschte\p{L}*|aktuelle\p{L}*|benötigte\p{L}*|verlangte\p{L}*) (?:\p{L}+)?(?:daten|kontaktdaten|angaben)|(?:daten|angaben) (?:haben sich|sind neu|wie gewünscht)|nouvelles coordonnées|nuevos datos|nuovi dati|nieuwe gegevens)(?!\p{L})|(?:信息|资料|联系方式|资料).{0,4}(?:更新|变|改|换|如)|(?:新的?|更新|更正).{0,4}(?:信息|资料|联系方式)/iu;
const AS_REQUESTED =
  /^\W{0,3}(?:as (?:you )?(?:requested|asked|wanted|discussed|promised)|you asked for it|wie (?:gewünscht|besprochen|verlangt|erbeten)|wunschgemäß|hier (?:bitte|die gewünschten daten)|comme (?:demandé|convenu)|como (?:pediste|pidió|solicitado)|come richiesto|zoals gevraagd)\W{0,3}$/iu;
/** How they are called, or reached from now on. */
const NAMED =
  /(?<!\p{L})(?:(?:my|our) (?:full |correct |right )?name(?! is)|as i sign|full name|reach (?:me|us) (?:on|at|here|by|via)|(?:my|our|a) (?:new|other|private|second) (?:e-?mail|address|number|phone|mobile)|(?:meine?n?|unsere?n?) (?:vollen |richtigen )?namen?|(?:meine?|unsere?) (?:neue |andere )?(?:mail|e-mail|website|homepage|webseite|nummer)\p{L}*|(?:mail|e-mail|nummer|telefon)\p{L}* (?:hat|haben) sich geändert|(?:my|our) (?:website|web ?site|home ?page|portfolio|profile)|mon (?:nom|site|numéro)|mi (?:nombre|web|número)|il mio (?:nome|sito|numero))(?!\p{L})|(?:邮箱|号码|手机|电话|微信)(?:号)?(?:换|改|变|更新)|换(?:了)?(?:邮箱|号|手机|微信)|我的?(?:名字|全名|网站|主页|邮箱)/iu;
/** That it stands further down, and what stands there. */
const FURTHER_DOWN =
  /(?<!\p{L})(?:below|underneath|beneath|under my name|(?:in|see|per|from|with|by|use) (?:my|the|our) (?:e-?mail )?(?:signature|footer|sig|sign-?off)|(?:bottom|end|foot) of (?:this|my|the) (?:mail|e-?mail|message)|(?:see|at) (?:the )?(?:end|bottom|foot)(?: of (?:the )?(?:e-?)?mail)?|sign-?off|unten\p{L}*|unterhalb|nachfolgend\p{L}*|signatur|fußzeile|ci-dessous|plus bas|abajo|sotto|hieronder|onderstaande?)(?!\p{L})|下面|下方|下列|如下|见下|見下|签名|簽名|落款|署名|文末|最后|末尾/iu;
const THING =
  /(?<!\p{L})(?:address|place|flat|house|home|office|location|details|data|particulars|numbers?|account|iban|bank|company|firm|name|vat|(?:send|ship|deliver|post|drop|bring|transfer|pay|refund|invoice)\p{L}*|(?:liefer|rechnungs|post|firmen)?(?:adresse|anschrift|daten)|liefer\p{L}*|schick\p{L}*|konto|firma|rechnung|nummer|adresse|coordonnées|compte|société|dirección|datos|cuenta|indirizzo|dati|conto|adres|gegevens|rekening|new one|the new)(?!\p{L})|地址|资料|信息|账户|账号|公司|抬头|税号|电话|号码|新的|寄|送|退|住/iu;

/** Whether a line hands over what stands below it. */
export function handsOver(line: string): boolean {
  if (line.length > LONGEST) return false;
  const words = line.replace(NOT_THEIRS, ' ');
  if (PLACES.test(words) || PLACES_ABROAD.test(words) || DATA.test(words)) return true;
  if (NAMED.test(words) || AS_REQUESTED.test(words)) return true;
  return FURTHER_DOWN.test(words) && THING.test(words);
}
