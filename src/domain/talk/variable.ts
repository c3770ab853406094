/** What stands in braces, and what it is filled with; undefined: there is nothing to fill in. */
const VARIABLES = ['name', 'business', 'order'] as const;
export type Variable = (typeof VARIABLES)[number];

/** `missing` and `empty`: what has no value; the latter is a field, by its name as it is typed. */
export type Filled = { text: string } | { missing: Variable } | { empty: string };

/** What a field called so holds for whoever reads; undefined: none is called so. */
export type FieldReader = (name: string) => { value: string | undefined } | undefined;
const NO_FIELD: FieldReader = () => undefined;

/** As typed on any keyboard, and as other programs write it: {name}, ｛name｝, {{ first_name }}, ${name}; and whatever a field can be called: {Size (EU)}. */
const BRACES =
  /\$?[{｛]{1,2}[ \t]{0,5}(?=[^{}｛｝\n]{0,40}[\p{L}\p{N}_])([^\s{}｛｝|｜,，、;；:：=＝"“”「」<>][^{}｛｝|｜,，、;；:：=＝"“”「」<>\n]{0,40}?)[ \t]{0,5}[}｝]{1,2}/gu;
/** What a text that was copied from elsewhere leaves to be filled in: [NAME], <first name>, 【姓名】. */
const BRACKETS =
  /[[<%【《](?:(?:your|the|their|client|customer|contact|first|last|full|buyer)['’]?s?[ _-]?)*(?:name|order(?:[ _-]?(?:number|no|id))?)[\]>%】》]|[[<【《](?:(?:客户|客人|对方|买家|您的?|你的?)?(?:姓名|名字|称呼|尊称)|订单(?:编?号)?)[\]>】》]/iu;

/** What such placeholders are called. */
const PLACE =
  '(?:(?:first|last|full|customer|client|contact|user|buyer|your|their|business|company)[ _.-]?)*(?:name|order(?:[ _.-]?(?:number|no|id))?|business|company|date|time|amount|price|total|address|link|product|item|city)|姓名|名字|称呼|尊称|店名|订单(?:编?号)?|日期|时间|金额|价格|地址|链接';
const LOOSE = new RegExp(
  [
    // {name|there}, {{ name | default: "you" }}
    `\\$?[{｛]{1,2}[ \\t]{0,5}(?:${PLACE})[ \\t]{0,5}[|:?=/,｜：][^{}｛｝\\n]{0,60}[}｝]{1,2}`,
    // Hi {name, how are you: never closed
    `[{｛]{1,2}[ \\t]{0,5}(?:${PLACE})(?![\\p{L}\\p{N}_])(?![^{}｛｝\\n]{0,60}[}｝])`,
    // Hi $name, %name%, *|FNAME|*, __NAME__
    `(?<![\\p{L}\\p{N}$＄])[$＄](?:${PLACE})(?![\\p{L}\\p{N}])`,
    `%(?:${PLACE})%|\\*\\|[A-Z_]{1,20}\\|\\*|__(?:${PLACE})__|#(?:${PLACE})#`,
    // [date], but not [link](https://…)
    `[[【](?:${PLACE})[\\]】](?!\\()`,
  ].join('|'),
  'iu',
);

/** The first variable of a text that nobody knows, as it is typed. */
export function unknownVariable(text: string, field: FieldReader = NO_FIELD): string | undefined {
  const unknown = [...text.matchAll(BRACES)].find(([, name]) => !isVariable(name!.toLowerCase()) && !field(name!));
  return unknown?.[0] ?? looseIn(text);
}

/** The first of anything that a text leaves to be filled in, known or not, as it is typed. */
export function leftToFillIn(text: string): string | undefined {
  return [...text.matchAll(BRACES)][0]?.[0] ?? looseIn(text);
}

const looseIn = (text: string): string | undefined => (BRACKETS.exec(text) ?? LOOSE.exec(text))?.[0];

/** Whether a text asks for a field. */
export const asksForField = (text: string, field: FieldReader): boolean =>
  [...text.matchAll(BRACES)].some(([, name]) => !isVariable(name!.toLowerCase()) && field(name!) !== undefined);

/** A text with what it asks for in braces under another name; `isIt`: whether a name is that of what is called so now. */
export const renamedInBraces = (text: string, isIt: (name: string) => boolean, to: string): string =>
  text.replace(BRACES, (braces: string, name: string) =>
    isVariable(name.toLowerCase()) || !isIt(name) ? braces : braces.replace(name, () => to),
  );

/** The variables a text asks for. */
export function variablesIn(text: string): Variable[] {
  return [...text.matchAll(BRACES)].map(([, name]) => name!.toLowerCase()).filter(isVariable);
}

/** Every variable replaced, or the first that has no value. Values are never read for variables themselves. */
export function fill(
  text: string,
  values: Readonly<Record<Variable, string | undefined>>,
  field: FieldReader = NO_FIELD,
): Filled {
  let lacks: { missing: Variable } | { empty: string } | undefined;
  const filled = text.replace(BRACES, (braces: string, name: string) => {
    const variable = name.toLowerCase();
    if (!isVariable(variable)) {
      const own = field(name);
      if (own && !own.value) lacks ??= { empty: name };
      return own ? (own.value ?? '') : braces;
    }
    if (!values[variable]) lacks ??= { missing: variable };
    return values[variable] ?? '';
  });
  return lacks ?? { text: filled };
}

const isVariable = (name: string): name is Variable => (VARIABLES as readonly string[]).includes(name);
