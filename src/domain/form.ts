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
