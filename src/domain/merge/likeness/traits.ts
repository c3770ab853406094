import { headWords } from '../../../text/cut.ts';
import { fold } from '../../../text/fold.ts';
import { ownDomain, tellingLocalPart } from '../../../text/public_mail.ts';
import { wordsIn } from '../../people/search_keys.ts';
import { type Name, nameOfParts, readNames } from './name.ts';

/** What is known of somebody, as it was written; what is empty is not known. */
export interface Known {
  id: string;
  /** Whole names: the present one first, then former ones and those of before a merge. */
  names?: readonly string[];
  /** A name of which the parts are known. */
  given?: string;
  family?: string;
  /** As E.164. */
  phones?: readonly string[];
  emails?: readonly string[];
  /** YYYYMMDD, however it is parted. */
  birth?: string;
  number?: string;
  street?: string;
  place?: string;
  city?: string;
  postcode?: string;
  region?: string;
}

/** The same, ready to be compared. */
export interface Traits {
  id: string;
  names: readonly Name[];
  phones: readonly string[];
  mails: readonly Mail[];
  birth: string;
  number: string;
  street: string;
  place: string;
  city: string;
  postcode: string;
  region: string;
}

interface Mail {
  address: string;
  /** What stands before the @, if it tells who somebody is. */
  local?: string | undefined;
  /** What stands behind it, if few people share it. */
  domain?: string | undefined;
}

const MOST_NAMES = 4;
const MOST_ADDRESSES = 6;

/** Folds and parts what is known of somebody. Async because pinyin is loaded at the first Chinese character. */
export async function traitsOf(known: Known): Promise<Traits> {
  const whole = await Promise.all((known.names ?? []).slice(0, MOST_NAMES).map((name) => readNames(bounded(name))));
  return {
    id: known.id,
    names: [...whole.flat(), ...(await nameOfParts(bounded(known.given ?? ''), bounded(known.family ?? '')))],
    phones: (known.phones ?? []).slice(0, MOST_ADDRESSES).map((phone) => phone.replace(/\D/g, '')),
    mails: (known.emails ?? []).slice(0, MOST_ADDRESSES).map(mailOf),
    birth: (known.birth ?? '').replace(/\D/g, ''),
    number: plain(known.number),
    street: plain(known.street),
    place: plain(known.place),
    city: plain(known.city),
    postcode: plain(known.postcode),
    region: plain(known.region),
  };
}

/** What stands behind so much of a line or a name says no more about who somebody is. */
const LONGEST = 120;
const bounded = (text: string): string => headWords(text, LONGEST);

const plain = (text = ''): string => wordsIn(fold(bounded(text))).join(' ');

function mailOf(written: string): Mail {
  const address = written.toLowerCase();
  const [local = '', host = ''] = address.split('@');
  return { address, local: tellingLocalPart(local), domain: ownDomain(host) };
}
