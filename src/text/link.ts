/** Words of a text that lead somewhere, and where they begin in it: it says `here (https://…)`, so nothing is lost where there are no links. */
export interface Link {
  at: number;
  label: string;
  url: string;
}

/** A link in plain words. A label that only repeats the address is said once; one that hides where the link leads never stands alone. */
export function linkInWords(label: string, url: string): string {
  if (label.trim() === '') return url;
  return bare(label) === bare(url) ? label : `${label} (${url})`;
}

const bare = (address: string): string => address.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
