import { benchIngest } from './ingest.ts';
import { benchMail } from './mail.ts';
import { benchProcess } from './process.ts';
import { benchRoundTrip } from './round_trip.ts';
import { benchSearch } from './search.ts';

/** All measurements, one after the other, because they share the machine. The last line holds all figures. */
const process = await benchProcess();
console.log(process);
const ingest = await benchIngest();
const roundTrip = await benchRoundTrip();
console.log(roundTrip);
const mail = await benchMail();
console.log(mail);
const search = await benchSearch();
console.log(JSON.stringify({ process, ingest, roundTrip, mail, search }));
