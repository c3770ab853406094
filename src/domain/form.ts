/** What a person fills in, in their language. The answers become one command line, which is typed for them. */
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
  /** Filled in already; '' is nothing. */
  initial: string;
}
