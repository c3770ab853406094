import { codeOf } from '../channel_name.ts';
import { own } from '../own.ts';

const sentences = {
  login_refused: () => 'the mail server refuses the user name or password',
  signing_in: () => 'signing in again',
  unreachable: (said: string): string => `the mail server cannot be reached (${said})`,
  sign_in_refused: (said: string): string =>
    `The mail server refuses the user name or password in SMTP_URL. Many providers want an app password (QQ and 163: an authorisation code) in its place. Put it into SMTP_URL and restart.\nThe server’s words: ${said}`,
  insecure: (said: string): string =>
    `The connection to the mail server cannot be made secure, so nothing is sent over it. Check host and port in SMTP_URL (smtps:// with 465, smtp:// with 587), or ask your mail provider.\nWhat failed: ${said}`,
  sms_login: (said: string): string =>
    `The SMS provider refuses the sign-in, so no text leaves. Check its keys in .env (for Twilio: TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN) and restart.\nIt says: ${said}`,
  sms_from: (said: string): string =>
    `Twilio does not let you text from TWILIO_FROM. It must be a number, a sender name or a messaging service of this account that can send texts. Correct it in .env and restart.\nIt says: ${said}`,
  sms_account: (said: string): string =>
    `The SMS provider sends nothing for this account: it may have run out of money, be suspended, or miss an approved signature. Look into its console.\nIt says: ${said}`,
  sms_url: (url: string): string =>
    `Customers’ texts do not arrive here yet. In the Twilio console, under your number, Messaging configuration, set “A message comes in” to Webhook, ${url}, HTTP POST.`,
};

/** Why a way in or out does not work. */
export const troubles = {
  /** Why a channel does not work: a code of ours with what the server said, or the edge's own words. */
  troubles: sentences,
  trouble: (detail: string): string =>
    own(sentences, codeOf(detail))?.(detail.slice(codeOf(detail).length + 1)) ?? detail,
};
