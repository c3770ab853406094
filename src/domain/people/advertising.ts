import type { Locale } from '../../text/locale.ts';
import { saysAdvertising } from '../../text/subject.ts';
import { texts } from '../../text/texts.ts';
import type { Settings } from '../settings.ts';
import type { Reached } from './consent.ts';

/** The subject of a mail that is not asked for: of news and offers with the word for that before it where the owner's setting asks for it, once. */
export function advertisingSubject(
  { adLabel }: Pick<Settings, 'adLabel'>,
  { locale, purpose }: { locale: Locale; purpose: Reached },
  subject: string,
): string {
  if (purpose === 'reminders' || purpose === 'service') return subject;
  const asked = adLabel === 'always' || (adLabel === 'chinese' && locale === 'zh-CN');
  return !asked || saysAdvertising(subject) ? subject : texts(locale).advertising.subject(subject);
}

/** Who writes and from where, as the owner's setting says it: the last words of an advertising mail. */
export const advertisingSender = ({
  senderLine,
  businessName,
}: Pick<Settings, 'senderLine' | 'businessName'>): string => senderLine || businessName;
