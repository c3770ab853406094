/** Writes every text that a person sees, both languages side by side, onto one page that can be read: `npm run texts`, or with a file's name. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pageOf, rooms } from './texts_page.ts';

const file = resolve(process.argv[2] ?? join(tmpdir(), 'solo-crm-texts.html'));
writeFileSync(file, pageOf(await rooms()));
console.log(pathToFileURL(file).href);
