/** What a person fills in, in their language. The answers become one command line, as if typed by them. */
export interface Form {
  title: string;
  submit: string;
  close: string;
  fields: FormField[];
}

export interface FormField {
  /** Names the answer; unique within the form. */
  key: string;
  label: string;
  required: boolean;
  multiline: boolean;
  /** The value that is filled in already; '' for none. */
  initial: string;
}

/** Answers by their field. */
export type Values = Readonly<Record<string, string>>;

/**
 * A form's answers as words of a command line: `name:"Anna \"Ann\" Smith" tags:"vip"`. Whatever is in a value (line breaks, quotes,
 * slashes), it stays that value. Empty ones are left out.
 */
export function writeValues(values: Values): string {
  const given = Object.entries(values).filter(([, value]) => value !== '');
  return given.map(([key, value]) => `${key}:"${value.replace(/["\\]/g, '\\$&')}"`).join(' ');
}
