import type { Locale } from '../../text/locale.ts';
import { saysAdvertising } from '../../text/subject.ts';
import { texts } from '../../text/texts.ts';
import type { Settings } from '../settings.ts';

/** The subject of an advertising mail: with the word for that before it where the owner's setting asks for that, once. */
export function advertisingSubject({ adLabel }: Pick<Settings, 'adLabel'>, locale: Locale, subject: string): string {
  const asked = adLabel === 'always' || (adLabel === 'chinese' && locale === 'zh-CN');
  return !asked || saysAdvertising(subject) ? subject : texts(locale).advertising.subject(subject);
}

/** Who writes and from where, as the owner's setting says it: the last words of an advertising mail. */
export const advertisingSender = ({
  senderLine,
  businessName,
}: Pick<Settings, 'senderLine' | 'businessName'>): string => senderLine || businessName;
