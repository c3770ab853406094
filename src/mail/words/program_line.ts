/**
 * Recognizes the one line with which phones and mail programs sign ("Sent from my iPhone", 发自我的华为手机). Such a line
 * consists entirely of words in the tables below: with one more word ("Sent from my shop in Leeds", 使用手机支付失败了) a person
 * wrote it.
 */
const SHORTEST = 6;
const LONGEST = 160;

/** Words that say that something was sent, or where to get the program. */
const SENDING = [
  'sent|sent from|sent via|sent using|sent with|sent by|sent through|sent on|get|download|try',
  '发自|發自|来自|來自|发送自|發送自|发送|發送|发出|發出|傳送|寄出|获取|獲取|取得|下载|下載',
  'gesendet|versendet|verschickt|geschickt|hol dir|laden sie|envoyé|envoye|expédié|obtenir|télécharger|enviado|enviada|enviat|obtener|obter|baixar|descargar|inviato|inviata|scarica|ottieni',
  'verzonden|verstuurd|gestuurd|download|sendt|sendt fra|skickat|skickades|hämta|hent|lähetetty|hanki|wysłane|wysłano|wysłana|pobierz|odesláno|odoslané|získejte|küldve|elküldve|gönderildi|edinin|trimis|отправлено|отправлено с|скачать|надіслано|poslano',
  '送信|から送信|送信されました|を入手|보냄|보낸 메일|전송|dikirim|dari|gửi|được gửi',
].join('|');

/** Brands: a line with one of them is a program's. */
const BRANDS = [
  'iphone|ipad|ipod|apple|mac|macbook|samsung|galaxy|huawei|honor|xiaomi|redmi|oppo|vivo|oneplus|realme|pixel|nexus|motorola|moto|nokia|sony|xperia|lg|htc|zte|blackberry|windows|windows phone|surface|android|ios|kindle|fairphone',
  '华为|華為|荣耀|小米|红米|魅族|锤子|一加|三星|苹果|蘋果|联想|中兴|网易|網易|邮箱大师|郵箱大師|阿里|钉钉|飞书|企业微信|新浪|搜狐|腾讯',
  'outlook|hotmail|gmail|google|yahoo|yahoo!|aol|proton|protonmail|tutanota|tuta|fastmail|gmx|web\\.de|t-online|freenet|foxmail|qq|netease|spark|superhuman|airmail|mailspring|bluemail|typeapp|thunderbird|zoho|yandex|mail\\.ru|icloud|orange|laposte|libero|wanadoo|ionos|k-9|canary|edison|newton|mailbird|em client|myscript|hey|naver|daum|docomo|lark|dingtalk|verizon|t-mobile|at&t|vodafone|telekom|o2|sprint|sfr|free|bouygues|telstra|rogers|bell|ee|三大运营商|中国移动|139',
].join('|');

/** Devices in general: a line with one of them counts only with "my". */
const DEVICES = [
  'phone|mobile phone|mobile|smartphone|smart phone|handheld|cell|cell phone|cellphone|tablet|device|mobile device|computer|laptop|pc|handy|mobiltelefon|gerät|mobilgerät|portable|téléphone|tablette|mobile|móvil|movil|celular|teléfono|tableta|telemóvel|telefone|telefono|cellulare|telefoon|mobiel|mobil|telefon|puhelin|puhelimesta|telefonu|telefonom|telefonumdan|телефона|смартфона|мобильного',
  '手机|手機|平板|电脑|電腦|移动设备|行動裝置|スマートフォン|携帯|携帯電話|タブレット|휴대폰|스마트폰',
].join('|');

const MY =
  'my|mine|meinem|meiner|mein|mon|ma|mi|mio|dal mio|meu|minha|mijn|min|mit|mitt|moje|mojego|mého|môjho|benim|моего|моєї|我的|我|私の|나의|내|saya';

const FILLERS = [
  'from|via|using|with|by|through|on|for|the|a|an|app|application|mail|email|e-mail|mail app|secure email|secure|encrypted|mobile app|network|wireless|smart|mini|plus|pro|max|ultra|lite|lte|edge|note|tab|new|free|hd|beta|inbox|client|account|powered|device|please|now',
  'von|vom|mit|aus|der|dem|des|die|das|für|fur|diese|nachricht|e-mail|wurde|per|über|dispositivo|appareil|depuis|de|du|d|l|à|partir|avec|pour|la|le|application|un|une|desde|do|da|dal|dalla|para|con|pelo|pela|o|el|em|per|il|lo|dall|van|vanaf|met|voor|een|från|fra|för|for|til|z|ze|s|ze|od|pro|na|w|dla|az|készülékemről|bir|için|ile|с|из|від|для|на|pe|din|pentru',
  '从|從|由|自|通过|透過|使用|用|的|了|适用于|適用於|版|应用|应用程序|應用程式|客户端|移动端|手机版|邮箱|郵箱|邮件|郵件|信箱|电子邮件|企业邮箱|极速|轻|官方|から|の|で|を|へ|版|アプリ|メール|에서|으로|의|메일|앱|perangkat|từ|điện thoại',
].join('|');

/** Latin and Cyrillic letters and digits, as ranges: property classes take ten times as long. */
const LETTER = '[a-z\\d\\u00c0-\\u024f\\u0400-\\u052f]';

/**
 * A pattern for the words in a list, longest first. A word of letters ends where no further letter follows; a Chinese
 * word may end anywhere.
 */
function wordsOf(list: string): string {
  const words = list.split('|').toSorted((one, other) => other.length - one.length);
  const spaced = words.filter((word) => /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word));
  const dense = words.filter((word) => !spaced.includes(word));
  const ofLetters = spaced.length > 0 ? [`(?<!${LETTER})(?:${spaced.join('|')})(?!${LETTER})`] : [];
  return [...ofLetters, ...dense].join('|');
}

const SENT = new RegExp(wordsOf(SENDING), 'iu');
const BRAND = new RegExp(`${wordsOf(BRANDS)}|(?<!${LETTER})(iphone?|ipad|android)['’]?\\p{Script=Latin}{1,7}`, 'iu');
const MY_DEVICE = new RegExp(`(${wordsOf(MY)}).{0,20}(${wordsOf(DEVICES)})`, 'iu');
/** A brand with an ending (iPhonesta, iPhone'umdan), every listed word, and model names: S21, 5G, P30. */
const KNOWN = new RegExp(
  [
    `(?<!${LETTER})(iphone?|ipad|android)['’]?\\p{Script=Latin}{0,7}`,
    wordsOf([SENDING, BRANDS, DEVICES, MY, FILLERS].join('|')),
    `(?<!${LETTER})[\\p{Lu}\\p{Ll}]?\\d{1,4}\\p{L}{0,5}\\+?(?!${LETTER})`,
  ].join('|'),
  'giu',
);
const EXCUSE =
  /[\s,.;–-]*\b(please )?(excuse|forgive|pardon|apologies for|sorry for)\b.{0,60}\b(typos?|brevity|spelling|errors?|mistakes)\b.{0,30}$/i;
/** NetEase's line. */
const CUSTOMIZED = /^(签名由 ?.{1,20} ?定制|(this )?signature is customized by .{1,40})$/i;

/** Whether a line is the one with which a phone or program signs. */
export function isProgramLine(line: string): boolean {
  if (line.length < SHORTEST || line.length > LONGEST) return false;
  const bare = line
    .replace(/[<([]\s?https?:[^<>()[\]\s]*\s?[>)\]]|https?:\S+/gi, ' ')
    .replace(/^[\s[(（【]+|[\s)）\]】。.]+$/g, '');
  const words = bare.replace(EXCUSE, '');
  if (CUSTOMIZED.test(words)) return true;
  if (!SENT.test(words) || !(BRAND.test(words) || MY_DEVICE.test(words))) return false;
  return !/[\p{L}\p{N}]/u.test(words.replace(KNOWN, ' '));
}
