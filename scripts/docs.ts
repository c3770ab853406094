/** Writes the tables of commands in docs/commands*.md, from the same table that the program parses with. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pages, withCommandTables } from './command_tables.ts';

for (const [locale, path] of pages) writeFileSync(path, await withCommandTables(readFileSync(path, 'utf8'), locale));
