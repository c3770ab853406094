/** Ends a street in one word; its number stands behind it: Lindenallee 44, Mannerheimintie 10. */
const ENDS =
  /(?:gasse|stra(?:ß|ss)e|str\.?|weg|platz|allee|ufer|chaussee|promenade|steig|stieg|pfad|graben|damm|gatan|gata|gaten|gade|vägen|vej|veien|gränd|torget|stræde|katu|polku|kuja|väylä|straat|laan|plein|gracht|kade|dijk|singel|steeg|utca|útja)$/iu;
/** The same of words that names end with too: taken for a street behind two names alone. */
const ENDS_BEHIND_NAMES =
  /\p{L}{3}(?:ring|markt|berg|hof|feld|tor|brücke|garten|wall|zeile|höhe|winkel|park|torg|väg|(?<=\p{L}{5})tie)$/iu;
const BEGINS = /^(?:calle|rue|via|viale|avenida|plaza|piazza|rua|carrer|chemin|corso|ulica|ul\.)$/iu;
/** Begins a street where its name stands between it and its number: C/ Mayor 8, Largo Augusto 3. */
const BEGINS_BEFORE_NAME =
  /^(?:c[/.]|c\/\p{L}+|avda\.?|avd\.|av\.?|avenue|boulevard|bd\.?|paseo|p[ºo°]\.?|pza\.?|plz?a\.?|pl\.|p\.z{1,2}a|v\.le|c\.so|largo|vicolo|borgo|strada|allée|place|quai|impasse|cours|passage|travessa|praça|praca|estrada|al\.|os\.|trg|bulevardul|calea|aleea|jalan|jl\.)$/iu;
/** Of these, what people are called too. */
const SURNAME = /^(?:largo|borgo|strada|place|passage|cours|quai)$/iu;
/** A street's kind, a word by itself: Mill Road 4. */
const WORD =
  /^(?:street|st|road|rd|avenue|ave|lane|ln|drive|close|crescent|way|court|square|terrace|boulevard|blvd|gardens)\.?$/iu;
/** The same in other languages, behind what says which: Lange Straße 5, Oude Gracht 12. */
const WORD_ABROAD =
  /^(?:stra(?:ß|ss)e|str\.?|gasse|weg|platz|allee|ring|ufer|damm|markt|gracht|kade|straat|laan|plein|gata|gade|väg|allé|katu|utca|út|tér)$/iu;
const WHICH = /(?:er|e|en)$/u;
const HOUSE = /^\d{1,5}(?:[a-z]|(?:[-–/]\d{1,4}){1,3}[a-z]?)?$/iu;
/** Begins a street in German: Am Markt 3, An der Wien 12. */
const AT = /^(?:am|an|im|in|auf|unter|zum|zur|hinter|vor)$/iu;

const bare = (word = ''): string => word.replace(/,$/u, '');

/** The number of a house: 5, 12a, 12-14, 12/3. */
export const isHouse = (word = ''): boolean => HOUSE.test(bare(word));

/** Road, Street: a word that nobody's title ends with. */
export const isStreetWord = (word = ''): boolean => WORD.test(bare(word));

/** Lindenallee, Kerkstraat. */
export const isStreet = (word = ''): boolean => ENDS.test(bare(word));

/** Whether a street with its number begins at this word, behind a name of at least one word. */
export function streetBegins(words: readonly string[], nth: number): boolean {
  const word = bare(words[nth]);
  const [next = '', third = ''] = [bare(words[nth + 1]), bare(words[nth + 2])];
  const numbered = (from: number) => words.slice(nth + from).some(isHouse);
  const behindNames = nth > 1;
  if (isHouse(next) && (ENDS.test(word) || (behindNames && ENDS_BEHIND_NAMES.test(word)))) return true;
  if (WORD.test(next) && isHouse(third)) return true;
  if (WORD_ABROAD.test(next) && isHouse(third) && (behindNames || WHICH.test(word))) return true;
  if (BEGINS.test(word)) return numbered(1);
  if (BEGINS_BEFORE_NAME.test(word) && (behindNames || !SURNAME.test(word))) return !isHouse(next) && numbered(2);
  if (/^(?:stra(?:ß|ss)e|platz|gasse|weg|ufer)$/iu.test(word) && /^(?:de[rs]|am|an|vo[nr])$/iu.test(next))
    return numbered(2);
  if (behindNames && /^(?:na|nad|pod|za|przy)$/iu.test(word) && isHouse(third)) return true;
  return AT.test(word) && /^\p{L}/u.test(next) && numbered(2);
}

/** Whether the words so far end with a street, whose number comes next. */
export function endsWithStreet(words: readonly string[]): boolean {
  const last = words.at(-1);
  if ([ENDS, WORD, WORD_ABROAD].some((kind) => kind.test(bare(last)))) return true;
  if (words.length > 2 && ENDS_BEHIND_NAMES.test(bare(last))) return true;
  return words.slice(-5, -1).some((word) => BEGINS.test(word) || BEGINS_BEFORE_NAME.test(word) || AT.test(word));
}

/** Whether a part goes on with the street of the number that the part before it ends with: … 12, rue de la Paix; Via Roma, 10. */
export function goesOnAsStreet(before: string, part: string): boolean {
  const [first = ''] = part.trim().split(/\s+/u, 1);
  if (/(?:^|\s)\d{1,4}(?:\s(?:bis|ter|quater)|[a-z])?$/iu.test(before.trimEnd()))
    return /^(?:rue|avenue|av\.?|boulevard|bd\.?|allée|place|quai|impasse|cours|chemin|route|passage|square)$/iu.test(
      first,
    );
  return isHouse(first) && endsWithStreet(before.trim().split(/\s+/u).slice(-6));
}
