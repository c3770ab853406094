import { createHash } from 'node:crypto';
import { type Mailbox, PURPOSES } from '../domain/people/consent.ts';
import { masked, type Preferences } from '../domain/people/preferences/preferences.ts';
import type { Settings } from '../domain/settings.ts';
import { escapeHtml } from '../lib/escape_html.ts';
import { type Locale, locales } from '../text/locale.ts';
import { type Texts, texts } from '../text/texts.ts';
import { formatDay } from '../text/when/format_when.ts';
import { page, paragraph } from './page.ts';

interface Shown {
  settings: Settings;
  now: Date;
  /** Of the answer; default: 200. */
  status?: number;
  /** What was done with the button that was pressed. */
  told?: (t: Texts['preferences']) => string;
}

/** Which of somebody's addresses a button is for: it tells nobody what it is. */
export const placeKey = ({ channel, address }: Mailbox): string =>
  createHash('sha256').update(`${channel}\n${address}`).digest('hex').slice(0, 16);

/** The page where somebody sees what they get unasked, and stops it: it works without a script, and shows no address whole. */
export function preferencesHtml(preferences: Preferences, { settings, now, told, status }: Shown): Response {
  const locale = preferences.locale ?? settings.locale;
  const { preferences: t } = texts(locale);
  const { own, others, pausedUntil } = preferences;
  const gets = own.purposes.length + others.length > 0 || preferences.service;
  const day = pausedUntil && formatDay(pausedUntil, { now, timezone: settings.timezone, locale });
  const parts = [
    told ? `<p role="status">${escapeHtml(told(t))}</p>` : '',
    paragraph(t.to(placeName(texts(locale), own))),
    gets ? '' : paragraph(t.nothing),
    day ? paragraph(t.pausedUntil(day)) : '',
    preferences.service ? paragraph(t.service) : '',
    boxes(t, preferences),
    gets ? form(button('off', t.off)) : '',
    gets && !day ? form(button('pause', t.pause)) : '',
    day ? form(button('resume', t.resume)) : '',
    elsewhere(texts(locale), preferences),
    `<p><small>${escapeHtml(t.still)}</small></p>`,
    preferences.contactId ? languages(t, locale) : '',
  ];
  return page({
    locale,
    title: t.title(settings.businessName),
    body: parts.filter(Boolean).join('\n'),
    ...(status && { status }),
  });
}

const form = (inner: string): string => `<form method="post">${inner}</form>`;
const button = (act: string, label: string, more = ''): string =>
  `<button type="submit" name="act" value="${act}"${more}>${escapeHtml(label)}</button>`;

function boxes(t: Texts['preferences'], { own }: Preferences): string {
  const rows = PURPOSES.map((purpose) => {
    const on = own.purposes.includes(purpose) ? ' checked' : '';
    return `<p><label><input type="checkbox" name="${purpose}" value="on"${on}> ${escapeHtml(t.purpose[purpose])}</label></p>`;
  });
  const confirms = own.purposes.length < PURPOSES.length ? `<p><small>${escapeHtml(t.confirms)}</small></p>` : '';
  return form(`${rows.join('\n')}\n${confirms}${button('save', t.save)}`);
}

/** Where else something comes: to be stopped there, one by one. */
function elsewhere(texts: Texts, { others }: Preferences): string {
  if (others.length === 0) return '';
  const { preferences: t, consent } = texts;
  const rows = others.map((one) => {
    const what = consent.list(one.purposes.map((purpose) => t.purpose[purpose]));
    return `${paragraph(t.at(placeName(texts, one), what))}\n${form(button(`stop:${placeKey(one)}`, t.stop))}`;
  });
  return `${paragraph(t.elsewhere)}\n${rows.join('\n')}`;
}

const placeName = (t: Texts, { channel, address }: Mailbox): string =>
  [t.channel(channel), masked(address)].filter(Boolean).join(' ');

/** Each language under its own name. */
function languages(t: Texts['preferences'], spoken: Locale): string {
  const others = locales.filter((locale) => locale !== spoken);
  const all = others.map((locale) =>
    button(
      `language:${locale}`,
      texts(locale).language.name[locale],
      ` lang="${locale}" aria-label="${escapeHtml(t.language)}: ${escapeHtml(texts(locale).language.name[locale])}"`,
    ),
  );
  return form(all.join(' '));
}
