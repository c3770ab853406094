import type { FormEntry } from './form_labels.ts';

/** Labels for the two halves of a name; whole labels, by language. */
const GIVEN =
  /^(?:(?:your|ihr|dein|votre|tu|su|il tuo|seu|uw|您的?|你的?|お) ?)?(?:(?:first|given|fore)[ -]?names?|names?[ -]{1,3}(?:first|given)|first|name vorname|姓名 名|vornamen?|prénoms?|prenoms?|voornaam|förnamn|fornavn|etunimi|imi[ęe]|jméno|имя|ad[ıi]?n?[ıi]?z?|prenume|keresztn[ée]v|名字?|이름)$/iu;
const FAMILY =
  /^(?:(?:your|ihr|dein|votre|tu|su|il tuo|seu|uw|您的?|你的?|お) ?)?(?:(?:last|family|sur)[ -]?names?|names?[ -]{1,3}(?:last|family|surname)|last|name nachname|姓名 姓|nachnamen?|familiennamen?|zuname|nom de famille|apellidos?|cognome|sobrenome|apelido|achternaam|efternamn|etternavn|efternavn|sukunimi|nazwisko|příjmení|фамилия|soyad[ıi]?n?[ıi]?z?|nume de familie|vezetékn[ée]v|姓氏?|성)$/iu;
/** Languages in which the family name comes first, whatever letters it is written in. */
const FAMILY_FIRST = /\p{Script=Han}|\p{Script=Hangul}|vezetékn[ée]v/iu;
const TOGETHER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・]+$/u;

/**
 * The name in a form's fields: whole, or its halves put together in the order of their language; '' if there is none.
 */
export function nameIn(entries: readonly FormEntry[]): string {
  const names = entries.filter(({ field, value }) => field === 'name' && value !== '');
  const given = names.find(({ label }) => GIVEN.test(bare(label)));
  const family = names.find(({ label }) => FAMILY.test(bare(label)));
  const other = names.find((one) => one !== given && one !== family);
  if (given && family) return together(given, family);
  // Nombre and Apellidos, Name and Vorname; a name that contains the half is whole
  if (!other || !(given ?? family) || holds(other.value, (given ?? family)!.value))
    return (other ?? given ?? family)?.value ?? '';
  return given ? together(given, other) : together(other, family!);
}

const holds = (whole: string, half: string): boolean => whole.toLowerCase().includes(half.toLowerCase());
const bare = (label: string): string =>
  label
    .replace(/[\d*•#()（）[\]【】.:：]+/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');

function together(given: FormEntry, family: FormEntry): string {
  if (given.value === family.value) return given.value;
  if (TOGETHER.test(given.value + family.value)) return family.value + given.value;
  return FAMILY_FIRST.test(family.label) ? `${family.value} ${given.value}` : `${given.value} ${family.value}`;
}
