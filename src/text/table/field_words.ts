import { foldLetters } from '../fold.ts';

/** How files head what is always kept of people, in the languages of the programs that write them; in ours the fields have their own words. */
const WORDS = {
  birthday: `birthday|birthdate|birth date|date of birth|dob|born|geburtstag|geburtsdatum|geb datum|date de naissance|anniversaire|né le|née le|
    compleanno|data di nascita|nato il|cumpleaños|fecha de nacimiento|aniversário|data de nascimento|nascimento|geboortedatum|verjaardag|
    生年月日|誕生日|生日|出生日期|出生年月日|дата рождения|день рождения|дата народження|생년월일|생일|data urodzenia|urodziny|födelsedatum|födelsedag|
    fødselsdag|fødselsdato|datum narození|narozeniny|doğum tarihi|doğum günü|születésnap|születési dátum|syntymäpäivä|syntymäaika|ημερομηνία γέννησης|
    γενέθλια|ngày sinh|sinh nhật|data nașterii|tanggal lahir|วันเกิด|تاريخ الميلاد|תאריך לידה`,
  address: `address|postal address|mailing address|street address|home address|adresse|anschrift|postanschrift|adresse postale|dirección|indirizzo|endereço|
    morada|adres|住所|地址|收货地址|收件地址|收货人地址|收件人地址|家庭住址|家庭地址|联系地址|通讯地址|通信地址|邮寄地址|住址|详细地址|具体地址|收货人详细地址|адрес|адреса|주소|adress|adresa|postadresse|cím|osoite|διεύθυνση|địa chỉ|adresă|alamat|ที่อยู่|العنوان|כתובת`,
} as const;

const plain = (heading: string): string =>
  foldLetters(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const MEANT = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) =>
    words.split('|').map((word) => [plain(word), kind as keyof typeof WORDS] as const),
  ),
);

/** What of that a heading says. */
export const fieldOfHeading = (heading: string): keyof typeof WORDS | undefined => MEANT.get(plain(heading));
