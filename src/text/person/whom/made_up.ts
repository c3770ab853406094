import type { Locale } from '../../locale.ts';

interface MadeUp {
  name: string;
  first_name: string;
  city: string;
  address: string;
}

const PEOPLE: Readonly<Record<Locale, MadeUp>> = {
  en: { name: 'Anna Smith', first_name: 'Anna', city: 'Berlin', address: 'Berlin' },
  'zh-CN': { name: '林小梅', first_name: '林小梅', city: '杭州', address: '杭州' },
};

/** Somebody who does not exist, as people of that language are called. */
export const madeUp = (locale: Locale): MadeUp => PEOPLE[locale];
