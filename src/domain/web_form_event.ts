/** What a web form can ask for beside the message, in the order in which it stands there. */
export const WEB_FORM_FIELDS = ['name', 'email', 'phone', 'company'] as const;
export type WebFormField = (typeof WEB_FORM_FIELDS)[number];

/** Why something that was filled in looks like a program's. */
export type SpamSign = 'honeypot' | 'too_fast' | 'unsigned' | 'elsewhere' | 'flood';

/** What a visitor has filled in. */
export interface Filled {
  /** '' or absent: left empty. */
  values: Partial<Record<WebFormField, string>>;
  message: string;
  /** They ticked the box for the newsletter. */
  newsletter: boolean;
  /** The code of the link of a post by which they came to the form; absent: by none. */
  cameBy?: string;
  /** Names of files that came with it: they are not taken in. */
  files: string[];
  /** The page on which the form stood; '' if their browser does not say. */
  page: string;
  /** The address of their network, shortened. */
  from: string;
}

/** Somebody has filled in a web form of ours. */
export interface WebFormFilled {
  kind: 'web_form.filled';
  formId: string;
  /** The same for what was sent twice, also where only one of the two looks like a program's. */
  externalId: string;
  filled: Filled;
  /** It is held back until a user says that a person wrote it. */
  spam?: SpamSign;
  sentAt: Date;
}
