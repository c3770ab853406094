/**
 * Recognizes lines below a name that may be something said to the reader, or details that the reader needs. Both are
 * kept: a signature too many on a card costs a glance, but an address or a wish cut away costs the customer.
 */
const LONGEST = 1000;

const SAID = new RegExp(
  [
    '[?？]',
    "\\b(p\\.?\\s?p?\\.?s|please|pls|i|i['’](m|ve|d|ll)|my|me|you|your|need|want|can|could|would|should|when|where|how|why|urgent|asap|also|don['’]t|not|forgot|by the way|btw(?!\\W{0,3}(nr|nummer)?\\W{0,3}(nl)?\\s?\\d)|hurry|thank|thanks|only|instead|because)\\b",
    "\\b(bitte|ich|nicht|brauche\\w*|können|möchte\\w*|wir|sie|danke|je|j['’]ai|vous|svp|merci|ne|pas|por favor|quiero|necesito|gracias|per favore|vorrei|grazie|non|ik|graag|niet|bedankt|preciso|obrigad[oa])\\b",
    '(?<!\\p{L})(пожалуйста|нужно|мне|я|не|вы|спасибо|proszę|nie|prosím|lütfen|ben)(?!\\p{L})',
    'ください|お願い|です|ます|ません|주세요|합니다|습니다|니다',
    '请|麻烦|我(?![们司方公])|您|你|吗|谢谢|附言|另外|又及|不要|想|急|帮',
  ].join('|'),
  'iu',
);
const ABBREVIATION =
  /\b(ltd|inc|co|llc|corp|plc|gmbh|s\.?a|s\.?l|s\.?r\.?l|b\.?v|a\.?g|e\.?k|str|st|rd|ave|no|tel|dr|jr|sr)\.$/i;
const AMOUNT =
  /^\W{0,3}\d{1,5}\s?(x|×|\*)\s?\S|\b\d{1,6}\s?(pcs|pieces|units|boxes|pairs|stück|stk|kg|g|lbs?|pièces|unidades|pezzi|stuks)\b|\d\s?(个|個|件|箱|盒|套|瓶|只|份|公斤|斤|台|双|条|包|枚|개)|[€$£¥￥]\s?\d|\d\s?(€|eur|usd|gbp|元|円|zł|kč)|^\d{1,4}\s+\p{Ll}/iu;
const ITEM = /^\s*([-*•–]|\d{1,2}[.)、])\s+\S/;
const LABEL = /^\s*([^:：@\d]{1,24})[:：]\s*\S/;
const CONTACT_LABEL =
  /^\s*\W{0,2}(t|m|p|f|d|o|e|w|a|tel|tél|phone|ph|telephone|telefon\w*|téléphone|teléfono|mobile?|mob|cell|direct|office|fax|e-?mail|mail|correo|web|website|internet|url|site|skype|whats ?app|wechat|we ?chat|line|telegram|signal|linkedin|instagram|facebook|twitter|x|https?|hours|company|电话|電話|手机|手機|传真|傳真|邮箱|信箱|邮件|电子邮件|微信|微信号|qq|网址|网站|公司|单位|部门|职位|携帯|전화|тел|моб)\W{0,3}(no|number|nr|号码)?\.?\s*[:：]/i;
/** An address of a place, a bank, the tax office: what parcels, refunds and invoices need. */
const DETAILS = new RegExp(
  [
    '\\b(iban|bic|swift|sort ?code|account|acct|a/c|routing|bank\\b.{0,20}:|konto\\w*|kto|blz|cuenta|conto|rekening\\w*|tax ?(id|no|number)|vat|tva|nif|cif|siret|steuer\\w*|ust-?id|paypal)\\b',
    '税号|税務|纳税|账号|帐号|账户|开户|银行|抬头|发票|收货|收件|口座|銀行|계좌|р/с|инн',
    "\\b\\d{1,5}[a-z]?,?\\s+(\\p{L}[\\p{L}'’.-]*\\s+){0,4}(street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|close|court|ct|square|sq|place|pl|terrace|crescent|gardens|grove|hill|mews|park|row|walk|boulevard|blvd|highway|hwy)\\b",
    '(straße|strasse|str\\.|weg|platz|gasse|allee|ufer|straat|laan|gracht|plein|gatan|vägen|vej|gade|gata|katu|tie)\\s?\\d',
    '\\b(rue|avenue|av\\.|boulevard|bd|chemin|impasse|calle|c/|avenida|avda|plaza|via|viale|piazza|corso|rua|travessa|ul\\.|ulica|ulice|utca|sokak|cad|mah)\\s+\\S.{0,40}\\d|\\b\\d{1,4}\\s?(bis|ter)?,?\\s+(rue|avenue|av|boulevard|bd|chemin|place|impasse|allée)\\b',
    '\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}\\b|\\b\\p{L}{2}\\s\\d{5}(-\\d{4})?\\b|\\b\\d{5}\\s+\\p{L}{2}|\\b\\d{4}\\s?[A-Z]{2}\\b|\\b\\d{2}-\\d{3}\\s\\p{L}|\\b(postcode|zip|plz|postal|p\\.?\\s?o\\.? box|postfach|apartment|apt|suite|flat|building|floor)\\b',
    '\\p{Script=Han}{2,}(省|市|区|區|县|縣|镇|鎮|路|街|巷|弄|道|大道|大厦|小区|村|楼).{0,30}\\d|\\d{1,5}\\s?(号|號|室|楼|栋|幢|弄|单元|層|番地|丁目)|〒\\s?\\d|地址|住所|[都道府県].{1,10}[市区町村]|(시|구|동|로|길)\\s?\\d',
    '(?<!\\p{L})(ул|улица|пр|просп|д|кв|вул|буд)\\.?\\s.{0,40}\\d',
  ].join('|'),
  'iu',
);
/** The author points at what follows, or mentions what a parcel, an invoice, a refund or a call needs. */
const POINTS =
  /\b(address\w*|deliver\w*|ship(ping|ped|ment)?|send (it|them|the|this|to)|parcel|package|invoice\w*|bill(ing)? (to|details)|made out to|refund\w*|account|bank|transfer|following|details|moved|(see|as|given|listed|is|are) below|contact (me|my|him|her|them|our)|call (me|my|him|her|us)|reach (me|him|her)|ring (me|my)|new (phone|number|e-?mail|mobile)|phone number|my number|colleague|assistant|partner)\b|\b(adresse\w*|liefer\w+|versand\w*|schicken|senden|rechnung\w*|konto\w*|überweis\w+|unten|folgende\w*|umgezogen|anruf\w*|erreich\w+|nummer|livr\w+|envoyer|expédi\w+|factur\w+|rembours\w+|compte|ci-dessous|suivante?s?|appel\w+|joindre|dirección|env[ií]\w+|reembols\w+|cuenta|siguiente\w*|llám\w+|indirizzo|consegn\w+|spedi\w+|rimbors\w+|seguente|chiam\w+|adres\w*|bezorg\w+|stuur\w*|terugbetal\w+|rekening|volgende|endereço|entreg\w+|conta|seguinte|dostaw\w+|wysyłk\w+|doručen\w+|adresa)\b|地址|号码|號碼|手机号|微信号|收货|收件|寄|发到|发给|送到|送货|开票|发票|發票|抬头|账户|账号|退到|退款|转账|汇款|联系|打给|致电|电话是|如下|以下|下面|搬|住所|届|送付|送って|請求書|連絡|口座|返金|下記|주소|배송|연락|환불|아래|адрес|достав|отправ|верн|позвон|ниже/iu;

/** Whether a line may be a person's words to the reader: a wish, a question, a sentence, an amount of something. */
export function isSpeech(line: string): boolean {
  const words = line.trim();
  if (words === '') return false;
  if (words.length > LONGEST) return true;
  if (CONTACT_LABEL.test(words)) return isLong(words.replace(CONTACT_LABEL, ''));
  const bare = words.replace(/\bhttps?:\S+|\bwww\.\S+|\S+@\S+/gi, ' ');
  if (SAID.test(bare) || AMOUNT.test(bare) || ITEM.test(bare) || LABEL.test(bare)) return true;
  return isSentence(bare) || isLong(bare);
}

/** Whether a line that a program has marked as part of a signature speaks to the reader; mottos and labels do not. */
export function isAddressed(line: string): boolean {
  if (line.length > LONGEST) return true;
  const bare = line.replace(/\bhttps?:\S+|\bwww\.\S+|\S+@\S+/gi, ' ');
  return !CONTACT_LABEL.test(line) && (SAID.test(bare) || AMOUNT.test(bare));
}

/** Whether a line says something: it has words that are said to somebody, or is a sentence. */
export function isSaid(line: string): boolean {
  return line.length > LONGEST || SAID.test(line) || isSentence(line.trim());
}

function isSentence(words: string): boolean {
  if (!/[.!。！…]["'”’)）]?$/.test(words) || ABBREVIATION.test(words)) return false;
  return words.split(/\s+/).length >= 3 || /[\p{Script=Han}\p{Script=Hiragana}]{5}/u.test(words);
}

function isLong(words: string): boolean {
  return words.split(/\s+/).length > 12 || (words.match(/[\p{Script=Han}\p{Script=Hiragana}]/gu) ?? []).length > 30;
}

/** Whether a line holds an address of a place, or bank or tax details. */
export function isDetail(line: string): boolean {
  return line.length <= LONGEST && DETAILS.test(line);
}

/** Whether the lines above point at a block below: "please send it to:", "my new address". */
export function pointsBelow(above: readonly string[]): boolean {
  const last = above.findLast((line) => line.trim() !== '') ?? '';
  return /[:：]\s*$/.test(last) || above.slice(-40).some((line) => line.length <= 2 * LONGEST && POINTS.test(line));
}
