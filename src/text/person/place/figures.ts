import { isFirmWord } from '../place_like.ts';
import { endsWithStreet } from './streets.ts';

const POSTCODE = String.raw`(?:\d{3} \d{2}|\d{2}-\d{3}|\d{4,6}(?:-\d{3,4})?)(?![\d-])`;
/** A house and its postcode: 44 50667, 12-14 10115, 12 110 00. No house begins with 0. */
const HOUSE_AND_POSTCODE = new RegExp(`^[1-9]\\d{0,3}(?:[-–]\\d{1,4})? {1,3}${POSTCODE}`, 'u');
const POSTCODE_ALONE = new RegExp(`^${POSTCODE}`, 'u');
const HOUSE_IN_FRONT = /\s\d{1,4}(?:[a-z]|[-–/]\d{1,4}[a-z]?)?\s+$/iu;
const PART_OF_HOUSE = /\s\d{1,4}\/$/u;
const TOWN = /^\s{0,3}\p{Lu}\p{L}/u;
/** 3栋2单元501: a room, glued to its house. */
const ROOM_IN_FRONT = /[单元室号楼栋座幢院]$/u;
const ROOM = /^\d{1,4}(?=\s|$)/u;
const NUMBER_OF_FIRM = /^[1-9]\d{0,3}(?= [+(\d])/u;
/** A street and its town are no longer. */
const NEAR = 60;

/** Figures amid words, and whether they can be called. */
export interface Figures {
  before: string;
  written: string;
  after: string;
  calls: boolean;
}

/** How many of the characters are a house's number and a postcode: those behind a street, or in front of a town where they cannot be called. */
export function figuresOfPlace({ before, written, after, calls }: Figures): number {
  const near = before.slice(-NEAR);
  if (ROOM_IN_FRONT.test(near)) return calls ? 0 : (ROOM.exec(written)?.[0].length ?? 0);
  // Studio 54 212 555 0147
  if (!calls && isFirmWord(/\S*(?=\s+$)/u.exec(near)?.[0] ?? '')) return NUMBER_OF_FIRM.exec(written)?.[0].length ?? 0;
  const front = near.replace(PART_OF_HOUSE, ' ');
  const numbered = HOUSE_IN_FRONT.exec(front);
  const street = (numbered ? front.slice(0, numbered.index) : front).trim().split(/\s+/u);
  const found = (numbered ? POSTCODE_ALONE : HOUSE_AND_POSTCODE).exec(written)?.[0].length ?? 0;
  if (found === 0 || !/\p{L}/u.test(street.at(-1) ?? '')) return 0;
  const town = TOWN.test(found < written.length ? '' : after);
  const behindStreet = endsWithStreet(street);
  return (calls ? behindStreet && town : behindStreet || town) ? found : 0;
}
