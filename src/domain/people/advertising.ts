import type { Locale } from '../../text/locale.ts';
import { saysAdvertising } from '../../text/subject.ts';
import { texts } from '../../text/texts.ts';
import type { Settings } from '../settings.ts';

/** The subject of an advertising mail: with the word for that before it where the owner's setting asks for that, once. */
export function advertisingSubject({ adLabel }: Pick<Settings, 'adLabel'>, locale: Locale, subject: string): string {
  const asked = adLabel === 'always' || (adLabel === 'chinese' && locale === 'zh-CN');
  return !asked || saysAdvertising(subject) ? subject : texts(locale).advertising.subject(subject);
}

/** The lines at the end of an advertising mail: who writes and from where, and where it can be stopped. */
export function advertisingFooter(
  { senderLine, businessName }: Pick<Settings, 'senderLine' | 'businessName'>,
  locale: Locale,
  url: string,
): string[] {
  const { advertising: t } = texts(locale);
  return [senderLine || businessName, t.stop(url)].filter(Boolean);
}
