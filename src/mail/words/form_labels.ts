import { headWords } from '../../text/cut.ts';
/** What a field of a website's form asks for. */
export type FormField = 'email' | 'from' | 'name' | 'phone' | 'message' | 'other';

/** What forms call their fields, by language, as whole words; in Chinese, Japanese and Korean anywhere in the label. */
const WORDS: readonly [FormField, words: string, within: string][] = [
  [
    'email',
    'e[\\s-]?mails?|mails?|(e-?)?mail-?adress?e?n?|courriel|mél|correo|mejl|e-?posta|e-?post|epost\\p{L}*|sähköposti\\p{L}*|drótposta|почт\\p{L}*|пошт\\p{L}*|имейл|имэйл|мейл|ηλεκτρονικ\\p{L}*|reply[\\s-]?to|submitted by',
    '邮箱|郵箱|邮件|郵件|电邮|電郵|信箱|メール|메일',
  ],
  [
    'from',
    'from|sender|von|absender|expéditeur|remitente|mittente|remetente|afzender|van|od|nadawca|odesílatel|gönderen|от|от кого|отправитель|від|da|de',
    '发件人|差出人|보낸 사람',
  ],
  [
    'message',
    'messages?|body|comments?|enquiry|inquiry|questions?|review|nachricht\\p{L}*|anliegen|anfrage|frage|mitteilung|kommentar|mensaje|consulta|comentarios?|mensagem|messaggio|richiesta|bericht|vraag|opmerking\\p{L}*|demande|commentaires?|сообщени\\p{L}*|комментари\\p{L}*|вопрос\\p{L}*|повідомлення|wiadomo[śs][ćc]\\p{L}*|tre[śs][ćc]\\p{L}*|zpráv[ay]|dotaz|správa|mesaj\\p{L}*|besked|melding|meddelande|viesti|üzenet\\p{L}*|poruka|how (can|may) we help( you)?|what can we do for you|your (request|words|note)|μήνυμα|съобщение|הודעה|رسالة',
    '留言|咨询|諮詢內容|内容|內容|需求|备注|意见|建议|反馈|问题描述|想说|メッセージ|本文|用件|내용|메시지|메세지',
  ],
  [
    'phone',
    'phone|tel|telephone|mobile|cell|telefon\\p{L}*|mobil\\p{L}*|handy\\p{L}*|rufnummer|téléphone|portable|teléfono|móvil|telefone|celular|cellulare|telefoon\\p{L}*|телефон\\p{L}*|puhelin\\p{L}*|gsm|whats ?app|wechat|τηλέφωνο|טלפון|هاتف',
    '电话|電話|手机|手機|联系方式|聯絡方式|微信|携帯|전화|연락처|휴대폰',
  ],
  [
    'name',
    'names?|(?:first|last|fore|sur|family|given)[ -]?names?|vorname|nachname|familienname|zuname|nom|prénom|nombre|apellidos?|nome|cognome|sobrenome|naam|voornaam|achternaam|имя|фио|фамилия|ім.?я|imi[ęe]|nazwisko|jméno|příjmení|ad|ad[ıi]n[ıi]z|soyad\\p{L}*|isim|navn|fornavn|etternavn|efternavn|namn|förnamn|efternamn|nimi|etunimi|sukunimi|prenume|apelido|név|keresztnév|vezetéknév|姓氏?|名|성|nume|ime|meno|invitee|guest|visitor|reviewer|customer|όνομα|име|שם|الاسم',
    '姓名|名字|称呼|稱呼|联系人|聯絡人|名前|氏名|客户名|访客|이름|성함|성명',
  ],
  [
    'other',
    'company|subject|country|city|product|budget|quantity|topic|department|event( type| date/time| name)?|date|time|party size|betreff|firma|thema|sujet|objet|société|asunto|empresa|assunto|oggetto|azienda|onderwerp|bedrijf|тема|компания|город|temat|předmět|konu|şirket',
    '公司|主题|主題|国家|产品|產品|采购量|数量|件名|会社|제목|회사',
  ],
];

const FIELDS: readonly [FormField, RegExp][] = WORDS.map(([field, words, within]) => [
  field,
  new RegExp(`(?<![\\p{L}\\d])(${words})(?![\\p{L}\\d])|${within}`, 'iu'),
]);
/** After these labels stands somebody to ask, or the recipient of the mail, never who filled in the form. */
const NOT_THEIRS =
  /(?<!\p{L})(our|us|support|help|to|form|site|page|unsere?|notre|nuestro|наш\p{L}*|recipient|empfänger|account)(?!\p{L})|客服|收件人/iu;
const LABEL_CHARACTERS = 40;
const LABEL_WORDS = 5;

/** What a label asks for ("Ihre E-Mail-Adresse", "您的电话"); undefined for words that are not a label. */
export function fieldOf(label: string): FormField | undefined {
  const words = label
    .replace(/^\s{0,9}\d{1,3}\s?[.、)）．]\s?/, '')
    .replace(/[\s*_|【】[\]()（）?？#•·"“”«»-]+/g, (gap) => (gap === '-' ? '-' : ' '))
    .trim();
  if (words === '' || words.length > LABEL_CHARACTERS || words.split(' ').length > LABEL_WORDS) return undefined;
  if (NOT_THEIRS.test(words.replace(/reply[\s-]?to/gi, 'reply'))) return undefined;
  return FIELDS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Words that say that a field asks for the visitor's own data, or that do not say whose. */
const OWN =
  /(?<!\p{L})(?:your|my|our|ihre?|deine?|meine?|votre|vos|mon|ton|tu|su|mi|seu|sua|o|la|il|tua|tuo|uw|je|jouw|din|ditt|deres|sinun|twój|twoje|váš|vaše|ваше?|ваш[ау]?|твой|sizin|of|de|the|le|l|du|valid|required|primary|main|personal|private|full|complete|completo|contact|customer|client|visitor|guest|invitee|submitter|sender|address|adresse?|adres|no|nr|number|numéro|número|nummer|номер|id|mobile|cell)(?!\p{L})|您的?|你的?|电子|联系|客户|地址|号码?|必填|本人|お|ご|様/giu;
/** Words for somebody other than the visitor. */
const OTHERS =
  /(?<!\p{L})(?:friends?|partners?|spouses?|wife|husband|colleagues?|co-?workers?|managers?|supervisors?|boss|sales( ?reps?| ?representatives?|person)?|reps?|agents?|stores?|shops?|sellers?|vendors?|referr\p{L}*|referred|references?|recommended|recommender|emergency|gift\p{L}*|cc|bcc|freund\p{L}*|ehe\p{L}*|kolleg\p{L}*|vorgesetzte\p{L}*|filiale|händler\p{L}*|geworben|empfohlen|amie?s?|conjointe?|collègues?|magasin|parrain\p{L}*|amig[oa]s?|pareja|cónyuge|tienda|amic[oa]|vriend\p{L}*|друга?|супруг\p{L}*|коллег\p{L}*|менеджер\p{L}*|przyjaciel\p{L}*|znajom\p{L}*)(?!\p{L})|朋友|好友|配偶|爱人|伴侣|伙伴|丈夫|妻子|同事|经理|主管|领导|上级|销售|业务员|门店|店铺|商家|推荐人|介绍人|紧急|收礼|受赠|抄送|友達|ご友人|紹介者|친구|추천인/iu;

/**
 * Whose the value after a label is: the visitor's, as far as the label says; perhaps theirs ("Bride's email"); or
 * somebody else's.
 */
export function whose(label: string): 'theirs' | 'perhaps' | 'others' {
  if (OTHERS.test(label)) return 'others';
  const rest = FIELDS.reduce((left, [, pattern]) => left.replace(pattern, ' '), headWords(label, LABEL_CHARACTERS));
  return /\p{L}/u.test(rest.replace(OWN, ' ')) ? 'perhaps' : 'theirs';
}

/** A field as it was filled in. */
export interface FormEntry {
  field: FormField;
  label: string;
  value: string;
}

const LINE_CHARACTERS = 200;

/**
 * The filled-in fields of a form's mail: `Label: value`, a label above its value, or the two cells of a table row. Rows
 * without a colon count only if one cell holds nothing but an address; otherwise any sentence might begin with such a
 * word.
 */
export function entriesOf(text: string): FormEntry[] {
  const lines = text.split('\n').map((line) => headWords(line, LINE_CHARACTERS).trim());
  const filled = lines.filter((line) => /[^\s*_|=-]/.test(line));
  const written = filled.flatMap((line, index) => [...labelled(line, filled[index + 1] ?? '')]);
  const cells = filled.flatMap(cellsOf);
  return cells.some(({ field, value }) => field === 'email' && /^\S+@\S+$/.test(value))
    ? [...written, ...cells]
    : written;
}

function* labelled(line: string, next: string): Generator<FormEntry> {
  const at = line.search(/[:：=|]/);
  const label = at < 0 ? line : line.slice(0, at);
  const field = fieldOf(label);
  const value = at < 0 ? '' : line.slice(at + 1).replace(/^[\s*_|:：]+|[\s*_|]+$/g, '');
  if (field) yield { field, label, value: value || (fieldOf(next.split(/[:：=|]/, 1)[0]!) ? '' : next) };
  if (field !== 'email') yield* addressed(line);
}

/** `Name: Kim, E-mail: kim@x`, `【邮箱】kim@x`: the label directly before an address. */
function* addressed(line: string): Generator<FormEntry> {
  const at = line.search(/[^\s<>()[\],;:：，；|"'】]{1,64}@/);
  const before = at > 0 ? line.slice(0, at).replace(/[\s<:：=*_|】\])）]+$/, '') : '';
  const label = before.split(/[,;|，；【[(（\t]|\s{2}/).at(-1)!;
  if (fieldOf(label) === 'email') yield { field: 'email', label, value: line.slice(at) };
}

/** `Email kim@x`: the first words that form a label, and the rest. */
function cellsOf(line: string): FormEntry[] {
  if (/[:：=|]/.test(line)) return [];
  const words = line.split(/\s+/);
  const counts = [1, 2, 3].filter((count) => count < words.length);
  const count = counts.find((length) => fieldOf(words.slice(0, length).join(' ')));
  if (!count) return [];
  const label = words.slice(0, count).join(' ');
  return [{ field: fieldOf(label)!, label, value: words.slice(count).join(' ') }];
}
