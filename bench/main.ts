import { benchIngest } from './ingest.ts';
import { benchProcess } from './process.ts';
import { benchSearch } from './search.ts';

/** Everything that is measured, one after the other, because they share the machine. The last line holds all figures. */
const process = await benchProcess();
console.log(process);
const ingest = await benchIngest();
const search = await benchSearch();
console.log(JSON.stringify({ process, ingest, search }));
