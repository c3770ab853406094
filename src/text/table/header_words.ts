import { foldLetters } from '../fold.ts';

/** What a column of a table of people says of them. */
export const MEANINGS = [
  ...(['name', 'family', 'given', 'middle', 'phone', 'mail', 'wechat', 'company', 'role', 'city', 'tags'] as const),
  ...(['language', 'note', 'addresses', 'signs', 'since', 'optin', 'optout', 'leave', 'field'] as const),
] as const;
export type Meaning = (typeof MEANINGS)[number];

type Words = Readonly<Record<Exclude<Meaning, 'note' | 'field'>, string>>;

/**
 * How the exports of HubSpot, Twenty, EspoCRM, Shopify, Google, Apple, Outlook and WeChat tools, and people in their own
 * tables, head their columns; folded, without signs. What is not here is kept as a note under its own heading.
 */
const WORDS: Words = {
  name: `name|full name|fullname|display name|fn|contact|contact name|customer|customer name|client|client name|person|buyer|
    recipient|姓名|名字|名称|客户|客户名|客户姓名|客户名称|联系人|联系人姓名|收件人|收货人|买家|会员|会员姓名|备注名|微信备注名|昵称备注`,
  family: `last name|lastname|family name|familyname|surname|nachname|familienname|nom|nom de famille|apellido|apellidos|cognome|sobrenome|apelido|achternaam|name last name|n family|姓|姓氏`,
  given: `first name|firstname|given name|givenname|forename|vorname|rufname|prénom|prenom|nombre|nombres|nome|voornaam|name first name|n given|名`,
  middle: 'middle name|additional name|middlename|n middle|中间名',
  phone: `phone|phones|phone number|telephone|tel|tel no|telephone number|mobile|mobile phone|mobile phone number|cell|cell phone|
    cellphone|home phone|business phone|work phone|primary phone|other phone|car phone|company main phone|default address phone|
    whatsapp|whatsapp phone number|phone value|phones primary phone number|phones additional phones|contact number|contact phone|
    电话|电话号码|手机|手机号|手机号码|移动电话|联系电话|联系方式|座机|固定电话|收货电话|收件人电话`,
  mail: `email|emails|e mail|mail|email address|e mail address|e mail 1 value|email 1 value|work email|additional email addresses|
    emails primary email|emails additional emails|primary email|mail address|邮箱|邮件|电子邮箱|电子邮件|邮箱地址|邮件地址|电邮|e mail value`,
  wechat: 'wechat|wechat id|weixin|wx|vx|微信|微信号|微信id|威信',
  company: `company|company name|organization|organisation|organization name|account|account name|org|business|business name|
    default address company|employer|associated company|primary company|companies name|公司|公司名|公司名称|单位|企业|企业名称|工作单位`,
  role: 'role|job title|jobtitle|job|occupation|organization title|organisation title|title at company|职位|职务|岗位|职称|角色',
  city: `city|town|adr city|locality|default address city|address city|billing address city|billing city|home city|business city|
    address 1 city|other city|住宅地址 市 县|商务地址 市 县|城市|所在城市|市|所在市|收货城市|收货人城市|收件人城市`,
  tags: `tags|tag|labels|label|categories|category|groups|group|group membership|lifecycle stage|标签|分组|类别|分类|群组`,
  language: 'language|preferred language|locale|lang|accepts language|语言',
  addresses: 'addresses by channel|各渠道地址',
  signs: 'addresses that prove nothing|未确认的地址',
  since: 'first seen|首次联系',
  optin: `accepts email marketing|accepts marketing|email marketing|email marketing consent|email marketing status|marketing consent|marketing status|
    marketing opt in|email opt in|opt in|optin|opted in|double opt in|subscribed|is subscribed|subscribed to newsletter|newsletter|newsletter subscription|
    newsletter consent|subscribe|subscription status|email subscription status|subscriber status|email consent|wants newsletter|email status|
    email permission|email permission status|consent|gdpr consent|newsletter anmeldung|newsletter abonniert|
    是否订阅|订阅|是否订阅邮件|邮件订阅|订阅状态|订阅邮件|是否接收邮件|接收邮件|是否接收营销|接收营销|营销同意|是否同意营销|是否同意|同意接收营销邮件|是否接收资讯`,
  optout: `unsub time|unsub campaign title|unsub campaign id|unsub reason|unsub reason other|unsubscribed|unsubscribed at|unsubscribe date|unsubscribed date|
    unsubscribe time|date unsubscribed|unsubscribed from all email|unsubscribed from all emails|opted out of all email|opted out|opt out|optout|email opt out|
    email opted out|email address opted out|email opt out status|marketing opt out|opt out date|opted out at|opt out time|email blocklist|email blocklisted|email blacklist|
    email blacklisted|blocklisted|blacklisted|blocklist|blacklist|do not email|do not mail|don t email|do not contact|no email|has opted out of email|
    newsletter abgemeldet|abgemeldet|abgemeldet am|désabonné|désinscrit|是否退订|退订|已退订|退订时间|退订日期|拒收邮件|拒收|不接收邮件|黑名单`,
  leave: `id|number|record id|contact id|customer id|uuid|deleted at|created at|created by|update time|last modified|modified at|
    created by name|modified by|position|search vector|photo|avatar|avatar url|initials|phonetic first name|
    phonetic middle name|phonetic last name|file as|name prefix|name suffix|prefix|suffix|phone label|email label|e mail label|address label|channels|last seen|orders|
    create date|last activity date|contact owner|company owner|associated company ids|associated contact ids|associated deal ids|
    assigned user|modified by name|creation date|last update|tax exempt|total spent|total orders|e mail type|e mail display name|
    sensitivity|priority|private|gender code|序号|编号|渠道|最近联系|创建时间|更新时间|订单数`,
};

/** The same programs in German, French, Spanish, Italian, Portuguese and Japanese: our own are not, their files come all the same. */
const ABROAD: Partial<Words> = {
  name: `kunde|kundin|kundenname|kontakt|kontaktname|ansprechpartner|anzeigename|vollständiger name|vor und nachname|
    nom|nom complet|nom et prénom|client|nom du client|destinataire|nombre|nombre completo|nombre y apellidos|cliente|contacto|
    nome|nome completo|nome e cognome|nominativo|contatto|contato|destinatario|destinatário|
    名前|お名前|氏名|お客様名|顧客名|宛名|連絡先名`,
  family: `nachname|familienname|zuname|nom de famille|apellido|apellidos|primer apellido|cognome|sobrenome|apelido|苗字`,
  given: `vorname|rufname|prénom|prénoms|nombre de pila|primer nombre|nome próprio|primeiro nome|下の名前`,
  middle: 'zweiter vorname|weitere vornamen|deuxième prénom|segundo nombre|secondo nome|nome do meio|ミドルネーム',
  phone: `telefon|telefonnummer|telefonnr|tel nr|rufnummer|festnetz|festnetznummer|handy|handynummer|mobil|mobilnummer|mobiltelefon|
    mobilfunk|telefon privat|telefon geschäftlich|téléphone|numéro de téléphone|tél|tél mobile|portable|téléphone portable|
    téléphone mobile|tél mobile|mobile pro|téléphone domicile|téléphone bureau|téléphone professionnel|fixe|
    teléfono|número de teléfono|móvil|teléfono móvil|celular|teléfono celular|teléfono particular|teléfono del trabajo|
    telefono|numero di telefono|cellulare|telefono cellulare|telefono abitazione|telefono ufficio|
    telefone|número de telefone|telemóvel|telefone celular|telefone residencial|telefone comercial|
    電話番号|携帯|行動電話|手機號碼|携帯電話|携帯番号|携帯電話番号|自宅電話|会社電話|連絡先電話番号`,
  mail: `e mail adresse|mailadresse|mail adresse|emailadresse|e mail privat|adresse e mail|adresse email|adresse mail|courriel|
    adresse électronique|adresse de messagerie|correo|correo electrónico|dirección de correo|dirección de correo electrónico|
    indirizzo e mail|indirizzo email|indirizzo di posta elettronica|posta elettronica|endereço de e mail|endereço de email|
    correio eletrônico|correio eletrónico|メール|メールアドレス|eメール|電子メール|電子メール アドレス|電子メールアドレス`,
  company: `firma|firmenname|unternehmen|société|entreprise|raison sociale|organisation|empresa|compañía|organización|
    azienda|società|ragione sociale|companhia|organização|会社|会社名|勤務先|法人名|団体名`,
  city: `ort|stadt|wohnort|ort privat|ort geschäftlich|ville|ville domicile|ville bureau|commune|ciudad|localidad|población|
    città|comune|località|cidade|localidade|市区町村|都市`,
  tags: `kategorie|kategorien|gruppe|gruppen|schlagworte|schlagwörter|catégorie|catégories|groupe|groupes|étiquettes|étiquette|
    libellés|categoría|categorías|grupo|grupos|etiqueta|etiquetas|categoria|categorie|gruppo|gruppi|etichette|etichetta|
    categorias|marcadores|タグ|カテゴリ|カテゴリー|グループ|分類|ラベル`,
  language: 'sprache|langue|idioma|lingua|língua|言語',
};

/** And in further languages, as people there head their columns and their telephones export them. */
const FARTHER: Partial<Words> = {
  name: `имя и фамилия|фио|полное имя|контакт|клиент|покупатель|повне ім я|піб|контакт|клієнт|성명|고객명|고객|연락처 이름|전체 이름|
    imię i nazwisko|klient|kontakt|pełna nazwa|fullständigt namn|namn|kund|fulde navn|navn|kunde|fullt navn|jméno a příjmení|celé jméno|zákazník|
    ad soyad|adı soyadı|isim soyisim|müşteri|müşteri adı|teljes név|név|ügyfél|koko nimi|nimi|asiakas|ονοματεπώνυμο|πελάτης|επαφή|
    họ và tên|họ tên|khách hàng|nume complet|nume și prenume|client|nama|nama lengkap|pelanggan|ชื่อ นามสกุล|ชื่อเต็ม|ลูกค้า|ชื่อลูกค้า|
    الاسم الكامل|الاسم|العميل|اسم العميل|שם מלא|לקוח|שם הלקוח|volledige naam|naam|klant|klantnaam|contactpersoon`,
  family: `фамилия|прізвище|성|nazwisko|efternamn|efternavn|etternavn|příjmení|soyad|soyadı|soyisim|vezetéknév|családnév|sukunimi|επώνυμο|επίθετο|
    họ|nume de familie|nume|nama belakang|นามสกุล|اسم العائلة|اللقب|الكنية|שם משפחה`,
  given: `имя|ім я|이름|imię|förnamn|fornavn|křestní jméno|jméno|ad|adı|isim|keresztnév|utónév|etunimi|όνομα|tên|prenume|nama depan|ชื่อ|
    الاسم الأول|שם פרטי|roepnaam`,
  middle: 'отчество|по батькові|drugie imię|mellannamn|mellemnavn|mellomnavn|tên đệm|tussenvoegsel',
  phone: `телефон|номер телефона|мобильный|мобильный телефон|тел|мобільний|номер телефону|мобільний телефон|전화|전화번호|휴대폰|휴대전화|핸드폰|휴대폰 번호|
    telefon komórkowy|numer telefonu|komórka|telefonnummer|mobilnummer|mobiltelefon|mobiltelefonnummer|telefonní číslo|číslo telefonu|mobilní telefon|
    telefon numarası|cep telefonu|gsm|telefonszám|mobil telefon|mobilszám|puhelin|puhelinnumero|matkapuhelin|gsm numero|τηλέφωνο|κινητό|κινητό τηλέφωνο|
    điện thoại|số điện thoại|di động|sđt|număr de telefon|telefon mobil|telepon|nomor telepon|no hp|hp|nomor hp|โทรศัพท์|เบอร์โทร|เบอร์โทรศัพท์|มือถือ|
    الهاتف|رقم الهاتف|الجوال|هاتف|الموبايل|טלפון|מספר טלפון|נייד|telefoonnummer|telefoon|mobiel|mobiele telefoon|gsm nummer`,
  mail: `почта|электронная почта|эл почта|адрес электронной почты|пошта|електронна пошта|이메일|이메일 주소|메일|adres e mail|adres email|poczta|e post|e postadress|
    epost|mejl|e postadresse|email adresa|e mailová adresa|e posta|eposta|e posta adresi|e mail cím|email cím|sähköposti|sähköpostiosoite|ηλεκτρονικό ταχυδρομείο|
    διεύθυνση email|thư điện tử|địa chỉ email|adresă de email|adresa de email|surel|alamat email|อีเมล|อีเมล์|البريد الإلكتروني|البريد|بريد إلكتروني|אימייל|דוא ל|דואר אלקטרוני|e mailadres|emailadres`,
  company: `компания|организация|фирма|компанія|організація|회사|회사명|firma|nazwa firmy|företag|firmanavn|virksomhed|bedrift|společnost|şirket|kurum|cég|cégnév|
    yritys|εταιρεία|εταιρία|công ty|companie|firmă|perusahaan|บริษัท|الشركة|שם חברה|חברה|bedrijf|bedrijfsnaam|organisatie`,
  city: `город|місто|도시|시|miasto|stad|město|şehir|il|város|kaupunki|πόλη|thành phố|oraș|localitate|kota|เมือง|จังหวัด|المدينة|עיר|plaats|woonplaats`,
  tags: 'теги|метки|теги|태그|tagi|etiketter|štítky|etiketler|címkék|tunnisteet|ετικέτες|nhãn|etichete|แท็ก|الوسوم|תגיות|labels',
};

/** Written in the heading of one of several: 'E-mail 2 - Value', 'Phone 1 - Label', '电话2'. */
const plain = (heading: string): string =>
  foldLetters(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const MEANT = new Map<string, Meaning>(
  [...Object.entries(FARTHER), ...Object.entries(ABROAD), ...Object.entries(WORDS)].flatMap(([meaning, words]) =>
    words.split('|').map((word) => [plain(word), meaning as Meaning] as const),
  ),
);

/** What a heading says by itself; undefined if it is none that we know. */
export function meaningOfHeading(heading: string): Meaning | undefined {
  const word = plain(heading);
  const numberless = word.replace(/(?:^|(?<=\D)) ?\d{1,2}(?= |$)/gu, '').trim();
  return MEANT.get(word) ?? MEANT.get(numberless) ?? MEANT.get(numberless.replace(/ value$/, ''));
}

const OWN_TAGS = ['tags', 'tag', '标签'];

/** Whether a column of tags is headed as in our own file, and as people head what they type: single words. */
export const headsOwnTags = (heading: string): boolean => OWN_TAGS.includes(plain(heading));

/** By which headings a list of deals is known (HubSpot); each has both. */
const OF_DEALS = [
  ['deal name', '交易名称'],
  ['deal stage', '交易阶段'],
] as const;

/** Whether each line is a deal, and names people only by the way. */
export const listsDeals = (headings: readonly string[]): boolean =>
  OF_DEALS.every((words) => headings.some((heading) => (words as readonly string[]).includes(plain(heading))));

/** Whether it only says that notes follow: they need no heading of their own. */
export const isNoteHeading = (heading: string): boolean =>
  /^(?:notes?|remarks?|notiz(?:en)?|bemerkung(?:en)?|remarques?|commentaires?|notas?|observaciones|observações|备注|備註|備考|メモ|)$/iu.test(
    heading.trim(),
  );
