import type { Tx } from '../../../db/sql.ts';
import type { Business, Settings } from '../../settings.ts';
import { faultOf } from '../invoice/pay_link.ts';
import { isPictureName, MOST_PICTURES } from '../invoice/pay_picture.ts';

const DAYS = 14;
const NUMBERS = 'Q-YYYY-###';

export const businessOf = ({ business = {} }: Pick<Settings, 'business'>): Business => business;
export const daysOf = ({ days = DAYS }: Business): number => days;
export const numbersOf = ({ numbers = NUMBERS }: Business): string => numbers;

/** A style of numbers: at least one # at its end, and nothing that a line of words would part, or that looks like a ref of ours (c12). */
export const isNumberStyle = (style: string): boolean =>
  /^(?=.{3,30}$)(?=.*(?:-|YYYY))\p{L}[\p{L}\p{N}_-]*#{1,6}$/u.test(style) && !DATED.test(style.replace('YYYY', '-'));

/** A month, a day, a short year, or the year once more: nothing but one YYYY is filled in. */
const DATED = /(?<!\p{L})(?:([ymd])\1+)+(?!\p{L})/iu;

/** Changes these parts alone, null takes one away: others may be changed at the same moment. `waitsFor`: only while this picture is waited for. */
export async function changeBusiness(
  tx: Tx,
  change: { [Part in keyof Business]?: Business[Part] | null },
  waitsFor?: string,
): Promise<boolean> {
  const { count } = await tx`
    insert into settings as s (key, value) values ('business', jsonb_strip_nulls(${tx.json(change)}))
    on conflict (key) do update set value = jsonb_strip_nulls(s.value || ${tx.json(change)})
    where ${waitsFor === undefined}::boolean or s.value #>> '{logoSent,file,ref}' = ${waitsFor ?? null}`;
  return count > 0;
}

/** As it is now, kept from others until `tx` ends. */
export async function lockBusiness(tx: Tx): Promise<Business> {
  const [row] = await tx<{ value: Business }>`select value from settings where key = 'business' for update`;
  return row?.value ?? {};
}

export const LONGEST_FACT = 300;
export const LONGEST_TERMS = 4000;
export const MOST_DAYS = 366;

/** Whether a value that comes out of a file can be this setting: nothing else is in it, and a picture is one that we keep. */
export function isBusiness(value: unknown): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.entries(value).every(([key, one]) => Object.hasOwn(FITS, key) && FITS[key as keyof Business](one));
}

function isKept(value: unknown): boolean {
  return typeof value === 'string' && /^file:[0-9a-f]{64}$/.test(value);
}

/** Without pictures that are still to be fetched from a chat. */
export function withoutWaiting(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { logoSent: _, payPicturesSent: __, ...kept } = value as Business;
  return kept;
}

const isText = (most: number) => (value: unknown) => typeof value === 'string' && value.length <= most;

const FITS: Readonly<Record<keyof Business, (value: unknown) => boolean>> = {
  address: isText(LONGEST_FACT),
  taxId: isText(LONGEST_FACT),
  bank: isText(LONGEST_FACT),
  terms: isText(LONGEST_TERMS),
  logo: isKept,
  // it was sent to another machine's bot
  logoSent: () => false,
  tax: isTax,
  days: isDays,
  contractDays: isDays,
  payDays: isDays,
  invoiceNumbers: (value) => typeof value === 'string' && isNumberStyle(value),
  payLinks: areLinks,
  payPictures: arePictures,
  payPicturesSent: () => false,
  numbers: (value) => typeof value === 'string' && isNumberStyle(value),
};

function isDays(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_DAYS;
}

/** Whoever brings a file does not say where people pay: its links are left out if they are none. */
function areLinks(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.entries(value).every(
      ([key, one]) => /^(?:any|[A-Z]{3})$/.test(key) && typeof one === 'string' && !faultOf(one),
    )
  );
}

function arePictures(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.keys(value).length <= MOST_PICTURES &&
    Object.entries(value).every(([name, one]) => isPictureName(name) && isKept(one))
  );
}

const isObject = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function isTax(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  const { percent, included } = value as Record<string, unknown>;
  return typeof percent === 'string' && /^\d{1,2}(?:\.\d{1,3})?$/.test(percent) && typeof included === 'boolean';
}
