import { isDetail, isSaid } from '../speech.ts';
import { handsOver } from './handed.ts';

/** More lines above a signature are not looked at. */
const NEAR = 40;
const LONGEST = 2000;

/**
 * What a signature may hold that the mail above it is about, and how a mail says that it is: by naming the thing, not
 * only by a word such as "invoice", which every second mail to a shop has.
 */
const PLACE =
  /(?<!\p{L})(?:(?:deliver|ship|send|bring|brought|parcel|package|box|courier|driver|postman|label)\p{L}*(?!\p{L}).{0,50}(?<!\p{L})(?:to (?:the|a|this|that)|doors?|flat|house|floor|warehouse|studio|workshop|office|neighbours?|reception|number|street|town|somewhere)|(?:door|flat|house|floor|street) (?:number|name)?.{0,30}(?:parcel|label|package)|(?:zustell|liefer|schick|send|bring|paket|bote|fahrer|abgeb|abgegeb)\p{L}*(?!\p{L}).{0,50}(?<!\p{L})(?:ins|ans|zum|zur|ort|tür|stock|stiege|nachbar\p{L}*|lager|büro|geschäft|werkstatt|laden)|\p{L}*(?:liefer|zustell|wohn)ort\p{L}*|(?:different|other|another|wrong) (?:place|town|city|building|floor|entrance|street)|(?:env[ií]\p{L}*|mand\p{L}*|sped\p{L}*|livr\p{L}*|lever\p{L}*|consegn\p{L}*|entreg\p{L}*)(?!\p{L}).{0,30}(?<!\p{L})(?:a (?:mi )?casa|casa mia|al|alla|a la|au|à la|chez|naar|thuis|oficina|trabajo|ufficio|bureau|kantoor))(?!\p{L})|按(?:这个|下面|以下)|(?:包裹|快递|货|件|东西|发|寄|送).{0,6}(?:地方|楼|店里|办公室|学校|门口)|现在住|(?<!\p{L})(?:stay(?:ing)? (?:at|with|in)|liv(?:e|ing) (?:in|at|with)|premises|nicht mehr (?:in|an|am|im|auf)|wohn\p{L}* (?:in|an|am|im|bei)|(?:pakete?|paket\p{L}*|lieferung\p{L}*|schick\p{L}*|sende\p{L}*|liefer\p{L}*)(?!\p{L}).{0,40}(?<!\p{L})(?:an|zu|in) (?:meine?\p{L}*|unsere?\p{L}*|die (?:arbeit|firma|schule|praxis)|den (?:nachbar\p{L}*|arbeitsplatz))|(?:parcel|package|send|ship|deliver|post)\p{L}*(?!\p{L}).{0,40}(?<!\p{L})to (?:my|our|work|a friend|the office|her|his|their)|emménag\p{L}+|mud(?:ó|amos|é|ado)|habit\p{L}+ (?:à|en|in|a)|(?:spedi|invi|consegn)\p{L}*.{0,30} qui|(?:stuur|lever|bezorg)\p{L}*.{0,30} (?:hier|hierheen|naar))(?!\p{L})|换(?:了)?地方|(?:这边|这里|那边)收|寄(?:公司|我|家|学校|单位)|收(?:货|件)|(?<!(?:mail|web|ip|your|ihre|eure|deine|vos|votre|il|su|uw)[\s-])(?<!\p{L})address(?:es)?(?!\p{L})|(?<!\p{L})(?:moved|moving|relocat\p{L}+)(?!\p{L})|(?<!\p{L})(?:ship|send|deliver|post|forward|return|bring|courier|dispatch|replace)\p{L}*(?!\p{L}).{0,60}(?<!\p{L})(?:here|to me|to us|to my|to our|instead|this place)(?!\p{L})|(?<!\p{L})(?:deliver\p{L}*|ship\p{L}*|collect\p{L}*|pick\p{L}*) (?:to|from|at|address)(?!\p{L})|(?<!your )(?<!\p{L})new (?:office|shop|showroom|store|studio|flat|house|home|place|premises|warehouse)(?!\p{L})|(?<!\p{L})(?:re-?direct\p{L}*|re-?rout\p{L}*|post ?code|zip code|house number|(?:to|at) (?:my|our) (?:place|home|work|office|door|house|flat|shop)|to (?:work|home))(?!\p{L})|(?<!\p{L})(?:shipping|delivery) (?:details|data|info\p{L}*)(?!\p{L})|(?<!(?:mail|ihre|eure|deine)[\s-]?)(?:(?<!\p{L})|liefer|versand|rechnungs|post|wohn|firmen|privat)(?:adresse\p{L}*|anschrift\p{L}*)|(?<!\p{L})(?:umgezogen|umzug|ziehen um|umleit\p{L}*|umgeleitet|hausnummer|postleitzahl|plz|nach hause|in die arbeit|ins büro|zu mir|zu uns|neues? (?:büro|haus|lager|wohnung|zuhause))(?!\p{L})|(?<!\p{L})(?:liefer|schick|send|versend|zustell|abhol)\p{L}*.{0,60}(?<!\p{L})(?:hierher|hierhin|stattdessen|an mich|an uns|an mein\p{L}*|an unser\p{L}*)|déménag\p{L}*|(?<!\p{L})(?:livr|expédi|envoy)\p{L}*.{0,40}(?<!\p{L})(?:ici|chez (?:moi|nous))|(?<!\p{L})(?:dirección|domicilio|indirizzo|trasferit\p{L}+|adres|bezorg\p{L}*|code postal|verhuisd|endereço|morada|adresa|adresu|cím|címre)(?!\p{L})|(?<!\p{L})me he mudado|nos hemos mudado|(?<!\p{L})(?:адрес\p{L}*|адресу|адреса|переехал\p{L}*)(?!\p{L})|(?<!邮箱|邮件|电子|网|网络|郵件|你们的?|您的|贵司)地址|收货|收件|(?:寄|发|送|邮|配送)(?:到|给|往|来|至)|改寄|搬(?:家|到|了|至)|新(?:家|址|店|办公室|公司)|住所|届け先|送付先|宛先|配送先|引っ越|주소|배송지|이사/iu;
const BANK =
  /(?<!\p{L})(?:money|payments?|pay|paying|payable|paid|payout|paypal|owe[sd]?|deposit|credit(?:ed)?|compensat\p{L}*|over-?paid|charged|(?:get|got|send|give|want|have) (?:it |that |this |all |them )?back|belastet|doppelt|abgebucht|cash ?back|settle|earnings|commission|geld|(?:aus|rück|zurück|ein|be)?(?:ge)?zahl\p{L}*|guthaben|kaution|anzahlung|provision|argent|caution|acompte|dinero|fianza|soldi|denaro|cauzione|borg|pieniądz\p{L}*|pieniędz\p{L}*|peníze|pengar|penge|rahat|pénz\p{L}*|refund\p{L}*|reimburs\p{L}*|transfer\p{L}*|wire|account|iban|bank|money back|send (?:me |us )?(?:the|my|our) money|geld (?:bitte )?(?:an|auf)|pa(?:y|id) (?:me|us|it) ?back|pay ?out|remit\p{L}*|rückerstatt\p{L}*|erstatt\p{L}*|überweis\p{L}*|bankverbindung|gutschr\p{L}+|zurück(?:zahl|überweis|erstatt|geb)\p{L}*|geld zurück|rembours\p{L}*|virement|compte|rib|reembols\p{L}*|transferencia|cuenta|devolv\p{L}+|devoluci\p{L}+|rimbors\p{L}*|bonific\p{L}*|conto|terugbetal\p{L}*|rekening\p{L}*|overma\p{L}+|estorn\p{L}*|conta|zwrot\p{L}*|przelew\p{L}*)(?!\p{L})|(?<!\p{L})konto|(?<!多少|价|便宜点)钱|(?<![这那几])款|押金|定金|赔|支付宝|微信(?:转|收|付)|我卡|付给|转(?:我|回)|扣|退(?:一|我|给|一下|到|回|钱|还)|转(?:账|到|给)|打(?:款|到|给)|汇款|匯款|账户|账号|帐号|卡号|返(?:现|还)|返金|振込|口座|환불|계좌|입금|(?<!\p{L})(?:возврат\p{L}*|верн\p{L}*|перев(?:од|ед)\p{L}*|сч[её]т)(?!\p{L})/iu;
const TAX =
  /(?<!\p{L})(?:put|add|write|use|include|show|print|update|change|correct|issue|make|made|name)(?!\p{L}).{0,60}(?<!\p{L})(?:invoice|bill|receipt)|(?<!\p{L})(?:invoice|bill|receipt)\p{L}*(?!\p{L}).{0,40}(?<!\p{L})(?:to (?:us|me|my|our|this|the)|made out|in the name|with (?:this|these|our|my|the)|should|must|needs?|details|data)(?!\p{L})|(?<!thank(?:s| you)(?: very much| so much)? )(?<!\p{L})(?:on|for) (?:the|our|my|your) (?:invoice|bill|receipt)(?!\p{L})|(?<!\p{L})(?:vat|tax) (?:id|no|number|registration)(?!\p{L})|(?<!\p{L})company details(?!\p{L})|(?<!danke |dank )(?<!\p{L})(?:auf|für) (?:die|der|eurer|ihrer|unsere) rechnung(?!\p{L})|(?<!\p{L})rechnung\p{L}*.{0,60}(?<!\p{L})(?:an|auf|mit|lautend|ausstell\p{L}*|ändern|umschreib\p{L}*|korrigier\p{L}*|benötig\p{L}*|brauch\p{L}*)(?!\p{L})|(?<!\p{L})(?:rechnungsdaten|firmendaten|firmenwortlaut|uid|ust-?id\p{L}*|steuernummer)(?!\p{L})|(?<!\p{L})factur\p{L}*.{0,60}(?<!\p{L})(?:au nom|à|avec|établ\p{L}*|a nombre|con|datos)(?!\p{L})|(?<!\p{L})(?:sur la facture|en la factura|datos fiscales|dati fiscali|op de factuur|sulla fattura|numéro de tva)(?!\p{L})|(?<!\p{L})fattur\p{L}*.{0,60}(?<!\p{L})(?:intestat\p{L}*|con|a)(?!\p{L})|(?<!\p{L})factuur.{0,60}(?<!\p{L})(?:op naam|met|aan)(?!\p{L})|(?<!\p{L})(?:re-?issue|re-?do|re-?write|re-?send|amend|fix|need|bill)(?:ed)?(?!\p{L}).{0,60}(?<!\p{L})(?:invoice|receipt|us(?!\p{L})|company|firm)|(?<!\p{L})(?:company name|tax invoice|proper invoice|reverse.?charge|business (?:purchase|expense|order)|(?:no|without|minus|excluding) vat|auf (?:die )?(?:firma|gmbh)|buchhaltung|accountant|book-?keep\p{L}*|accounting|wir sind ein unternehmen|we are a (?:business|company))(?!\p{L})|开成|a nombre de|报销|入账|做账|抬头|抬頭|税号|稅號|统一编号|統編|开(?:具|个|一?张|票|發票|发票)|專票|专票|发票.{0,12}(?:信息|写|按|改|开|用)|領収書|請求書|세금계산서|계산서/iu;
/** Under a number of a tax office any word of an invoice, but that it came, was paid or is looked for. */
const BILL =
  /(?<!\p{L})(?:invoice|receipt|(?:\p{L}+)?rechnung|beleg|facture|factura|fattura|factuur|faktura|fatura|számla|faktúra)\p{L}{0,2}(?!\p{L})|发票|(?:开|要).{0,4}票/iu;
const BILLED =
  /(?<!\p{L})(?:thank(?:s| you)\p{L}*.{0,20} for|danke|dank|merci|gracias|grazie|where is|where['’]s|wo (?:ist|bleibt)|is|paid|received|have|got|ist|for|über|zu|laut|gemäß|per|as per|of|from|from your|your|ihre\p{L}*|eure\p{L}*) (?:(?:für|pour|por|per|the|my|our|your|die|der|meine|la|votre) )*(?:last |letzte\p{L}* )?(?:invoice|receipt|rechnung|facture|factura|fattura|factuur)\p{L}*|(?<!\p{L})(?:invoice|receipt|rechnung|facture|factura)\p{L}*(?!\p{L})(?= ?(?:no|nr|number|nummer|#|\d|arrived|received|came|is (?:paid|too|attached|overdue|fine|ok)|was|ist|wurde|erhalten|bezahlt|habe\p{L}*|has been))|发票.{0,3}(?:收到|已|到了|付)|收到.{0,3}发票/giu;
/** Who pays gets no money back. */
const PAYS =
  /(?<!\p{L})(?:(?:i|we)(?:['’]ve| have)? (?:already |just |have )*(?:paid|transferred)(?!.{0,30}(?:too|twice|double|back|over))|(?:how|where|when) (?:do|can|should|may|shall) (?:i|we) pay|(?:can|may|could|shall|will|would|want to|like to|to) (?:i |we )?pay(?! (?:me|us|out))|(?:is|was|has been|been|got|get) paid|payment (?:method|terms|is made|has been|was|went)|wie (?:kann|soll|darf|können) (?:ich|wir) .{0,10}zahlen|zahlen (?:kann|soll)|(?:ist|wurde|wird|habe\p{L}*|haben)(?!.{0,20}(?:viel|doppelt|zwei)).{0,20} (?:be|ge|ein)zahlt|rechnung.{0,20}(?:bezahlt|überwiesen))(?!\p{L})|(?:款|定金|押金|发票)?已付|付(?:了|过)(?:款|钱)?|怎么付款?|如何付款?|付款方式|款已[^退]?|已付款|款(?=.{0,2}(?:已|付))/giu;
const CALL =
  /(?<!\p{L})(?:call|ring|phone|text|whats ?app) (?:me|us|my)(?!\p{L})|(?<!\p{L})new (?:phone|mobile|number|e-?mail)(?!\p{L})|(?<!\p{L})(?:my|our) (?:phone |mobile |new )?number(?!\p{L})|(?<!\p{L})give (?:me|us) a (?:call|ring)(?!\p{L})|(?<!\p{L})(?:rufen? (?:sie )?(?:mich|uns)|meine (?:neue )?(?:handy|telefon)?nummer|neue (?:handy|telefon)?nummer|rückruf|appelez-moi|rappel\p{L}*|mon numéro|llám\p{L}+|mi número|chiam\p{L}+|il mio numero|bel (?:me|mij)|mijn nummer)(?!\p{L})|(?:打|致|来|回)(?:个|我)?电话?(?:给我|联系)?|打给我|回电|我的(?:新)?(?:号码|手机|电话)|换号|新号码|新手机|お電話|電話番号|전화/iu;
/** It points at what stands there, whatever that is. */
const THERE =
  /(?<!\p{L})(?:below|underneath|beneath|undermentioned|under my name|(?:in|see|per|from|with|by|use) (?:my|the|our) (?:e-?mail )?(?:signature|footer|sig)|(?:bottom|end|foot) of (?:this|my|the) (?:mail|e-?mail|message)|at the (?:bottom|foot)|here (?:it is|you go|you are|they are|is the|is my|are the|are my)|following|unten\p{L}*|unterhalb|nachfolgend\p{L}*|folgende\p{L}*|signatur|hier (?:ist|sind) (?:die|der|das|mein\p{L}*|unser\p{L}*)|anbei die adresse|ci-dessous|plus bas|suivante?s?|voici|abajo|siguientes?|aquí (?:está|tiene|va)|sotto|qui sotto|seguenti?|ecco|hieronder|onderstaande?|volgende|abaixo|seguintes?|poniżej|poniższ\p{L}+|níže|nedan|nedenfor|alla|alább)(?!\p{L})|(?<!\p{L})(?:ниже|подпис\p{L}*|следующ\p{L}*)(?!\p{L})|下面|下方|下列|以下|如下|见下|見下|签名|簽名|落款|署名|文末|最后一行|下記|末尾|아래|서명/iu;
/** What stands further down in other ways: answers, earlier mails, pictures; and what every letter says. */
const OTHER =
  /(?<!\p{L})following (?:questions?|problems?|issues?|orders?|items?|articles?|products?|colou?rs?|sizes?|quantit\p{L}+|days?|dates?|times?|photos?|pictures?)(?!\p{L})|(?<!\p{L})folgende\p{L}* (?:fragen?|problem\p{L}*|bestellung\p{L}*|artikel|farben?|größen?|mengen?|produkte?|tage|termine)(?!\p{L})|(?<!\p{L})here (?:is|are) (?:the|my|our|a|some) (?:photos?|pictures?|files?|list|order|quote|video|link|screenshot)(?!\p{L})|(?:以下|下面)的?(?:几个|几款|这些)?(?:问题|产品|商品|照片|图片|订单)|(?<!\p{L})mov(?:ed?|ing) (?:the|our|my) (?:appointment|meeting|call|date|booking|session)(?!\p{L})|(?<!\p{L})(?:answer\p{L}*|comment\p{L}*|repl(?:y|ies)|photos?|pictures?|messages?|e-?mails?|mails?|thread|conversation|questions?|quot\p{L}*|correspondence|link) (?:is |are |stands? |you find )?(?:just )?(?:below|underneath)(?!\p{L})|(?<!\p{L})(?:antwort\p{L}*|frage\p{L}*|fotos?|bilder|mail|nachricht|verlauf) (?:stehen |steht |sind )?unten(?!\p{L})|(?<!\p{L})(?:hesitate|feel free)(?!\p{L}).{0,80}|(?<!\p{L})any (?:further )?questions?(?<!\p{L}).{0,80}|(?<!\p{L})(?:jederzeit|gerne) (?:an|anrufen)(?!\p{L})|(?<!\p{L})call us(?!\p{L}).{0,20}(?<!\p{L})any ?time(?!\p{L})|(?<!\p{L})(?:e-?mail|mail) address(?:es)?(?<!\p{L})/giu;

/** A number of a company at the tax office, of an account, or of a telephone, which no word needs to announce. */
export const NUMBER_OF_TAX =
  /\b(?:ATU\s?\d{8}|(?:BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|CHE)[\s-]?[A-Z]?\d{7,12}[A-Z]?\w{0,3}|FN\s?\d{5,6}\s?[a-z]|9[12]\d{5,6}[0-9A-Z]{10})\b|\b(?:uid|vat|tva|nif|cif|siret|ust|tax|p\.? ?iva|btw|inn|abn|ein|gst)\b|税号|统一社会信用代码|統一編號|税務/iu;
const NUMBER_OF_ACCOUNT =
  /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b|\b(?:iban|bic|swift|sort ?code|account|acct|a\/c|routing|konto\w*|kto|blz|cuenta|conto|rekening\w*|paypal|bank\w*)\b|账号|帐号|账户|开户|银行|卡号|支付宝|口座|銀行|계좌|\d{16,19}|р\/с/iu;
export const FIRM =
  /(?<!\p{L})(?:gmbh|ag|kg|e\.?k|ohg|ug|mbh|ltd|limited|llc|llp|inc|corp|plc|pty|s\.?a\.?s?|s\.?l|s\.?r\.?l|s\.?p\.?a|sarl|b\.?v|n\.?v|a\/s|aps|oy|ab|sp\. z o\.o|s\.r\.o|kft|pvt)(?!\p{L})|公司|株式会社|有限会社|주식회사/iu;
const NUMBER_OF_PHONE = /[+(]?\d[\d ().-]{6,}\d|\S@\S/;
/** `8010 Graz`, `A-8010 Graz`, `10115 Berlin-Mitte`: a town behind its number. */
const TOWN = /^(?:\p{Lu}{1,2}[-\s])?\d{4,6}\s+\p{Lu}[\p{L}.'’ -]{1,40}(?:,\s?\p{Lu}\p{L}{1,30})?$/u;

/** Places that have neither a street nor a number of a town: `Rose Cottage`, `Co. Kilkenny`, `Dublin 4`, `Stiege 2, Tür 14`, `M5V 2T6`. */
const SOMEWHERE =
  /^(?:the )?(?:old |new )?[\p{Lu}\p{Ll}][\p{L}'’]+ (?:cottage|farm|farmhouse|lodge|manor|rectory|vicarage|barn|mill|villa|house|court|hof|schlössl|huis)$|^the old \p{L}+$|^co(?:\.|unty) \p{L}{3,20}$|^(?:dublin|cork|paris|wien|praha|budapest) \d{1,2}$|^(?:hof|haus|villa|schloss|gut|château|casa|finca|cascina|hoeve) \p{L}[\p{L} ]{2,30}$|(?<!\p{L})(?:stiege|tür|top|apt|flat|unit|stock|etage|bât|esc|piso|puerta|scala|interno)\.? ?\d|(?<![\p{L}\d])[a-z]\d[\da-w] ?[a-z\d]{4}(?![\p{L}\d])|(?<![\p{L}\d])[a-z]\d[a-z] ?\d[a-z]\d(?![\p{L}\d])|花园|小区|宿舍|驿站|大厦|广场|公寓|家属院|门(?:卫|岗|口)|(?:东|西|南|北)门/iu;
const isSomewhere = (line: string): boolean => line.length <= 80 && SOMEWHERE.test(line.trim());

/** Whether the lines around a signature are about what it holds, so that it is no mere signature. */
export function pointsAt(around: readonly string[], block: readonly string[]): boolean {
  const place = block.some((line) => isDetail(line) || TOWN.test(line.trim()) || isSomewhere(line));
  const bank = block.some((line) => NUMBER_OF_ACCOUNT.test(line));
  const tax = block.some((line) => NUMBER_OF_TAX.test(line));
  const phone = block.some((line) => NUMBER_OF_PHONE.test(line));
  const near = around.slice(-NEAR);
  // only firms sign every mail with their account
  if (bank && !tax && !block.some((line) => FIRM.test(line))) return true;
  if (near.some(handsOver)) return true;
  if (near.some((line) => namesWayOf(line, block))) return true;
  if (!place && !bank && !tax && !phone) return false;
  return near.some((line) => {
    if (line.length > LONGEST) return false;
    const words = line.replace(OTHER, ' ');
    if (THERE.test(words) && (place || bank || tax || NAMES_ANY.test(words))) return true;
    return (
      (place && (PLACE.test(words) || TAX.test(words))) ||
      (bank && BANK.test(words.replace(PAYS, ' '))) ||
      (tax && (TAX.test(words) || BILL.test(words.replace(BILLED, ' ')))) ||
      (phone && CALL.test(words))
    );
  });
}

const WAYS = /whats ?app|we ?chat|微信|instagram|telegram|skype|facebook|linkedin|threema|signal(?= )|kakao|qq/giu;
const YOURS = /(?<!\p{L})(?:your|ihre?n?|eure?n?|deine?n?|votre|vos|tu|su|uw)(?!\p{L})|你们?的?|您的?|贵/iu;

/** Whether a line speaks of a way to reach somebody that the signature shows: `let us talk on WhatsApp`. */
function namesWayOf(line: string, block: readonly string[]): boolean {
  if (line.length > LONGEST || YOURS.test(line)) return false;
  const ways = (line.match(WAYS) ?? []).map((way) => way.toLowerCase());
  return ways.length > 0 && block.some((part) => ways.some((way) => part.toLowerCase().includes(way)));
}

/** "My details are below": with a number to call alone it says more than that something stands there. */
const NAMES_ANY =
  /(?<!\p{L})(?:details|number|contact|reach|call|e-?mail|phone|nummer|kontakt\p{L}*|erreich\p{L}*|numéro|coordonnées|número|numero|contatt\p{L}*)(?!\p{L})|号码|电话|手机|联系|联络|番号|連絡|연락/iu;

/** A line of an address, a bank account or a tax number, and nothing that is said to the reader. */
export function isPlaceLine(line: string): boolean {
  return (isDetail(line) || TOWN.test(line.trim()) || NUMBER_OF_TAX.test(line)) && !isSaid(line);
}
