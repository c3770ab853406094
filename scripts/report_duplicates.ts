/**
 * Measures how well duplicates are found, on records in febrl's format whose ids tell who is who:
 * `npm run report:duplicates -- FILE [FILE]`. With two files, records of one are looked for in the other. The last line
 * is the figures as JSON. Nothing is random, so there is no seed.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { candidatePairs, likelyPairs, measureOf, type Pair } from '../src/domain/merge/likeness/pairs.ts';
import { type Person, readPerson } from '../src/domain/merge/likeness/person.ts';

interface FebrlRecord {
  rec_id: string;
  given_name: string;
  surname: string;
  street_number: string;
  address_1: string;
  address_2: string;
  suburb: string;
  postcode: string;
  state: string;
  date_of_birth: string;
}

const recordsIn = (path: string): FebrlRecord[] =>
  parse(readFileSync(path, 'utf8'), {
    columns: (names: string[]) => names.map((name) => name.trim()),
    trim: true,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });

const personOfRecord = (one: FebrlRecord): Promise<Person> =>
  readPerson({
    id: one.rec_id,
    ...{ given: one.given_name, family: one.surname, birth: one.date_of_birth, number: one.street_number },
    ...{ street: one.address_1, place: one.address_2, city: one.suburb, postcode: one.postcode, region: one.state },
  });

/** rec-12-org and rec-12-dup-0 are the same person. */
const personOf = (id: string): string => /^rec-(\d+)-/.exec(id)?.[1] ?? id;

function truePairs(ids: readonly string[], within: (counts: number[]) => number, files: readonly number[]): number {
  const counts = new Map<string, number[]>();
  for (const [nth, id] of ids.entries()) {
    const found = counts.get(personOf(id)) ?? [0, 0];
    found[files[nth]!]! += 1;
    counts.set(personOf(id), found);
  }
  return [...counts.values()].reduce((sum, found) => sum + within(found), 0);
}

async function report(paths: readonly string[]): Promise<object> {
  const started = performance.now();
  const read = paths.map(recordsIn);
  const files = read.flatMap((records, nth) => records.map(() => nth));
  const people = await Promise.all(read.flat().map(personOfRecord));
  const isMeant = ([first, second]: Pair) => paths.length < 2 || files[first] !== files[second];
  const pairs = candidatePairs(people).filter(isMeant);
  const found = likelyPairs(people, pairs, measureOf(people, pairs));
  const seconds = (performance.now() - started) / 1000;
  const ids = people.map(({ id }) => id);
  const right = found.filter(({ pair: [a, b] }) => personOf(ids[a]!) === personOf(ids[b]!)).length;
  const ofTwo = ([here = 0, there = 0]: number[]) => here * there;
  const ofOne = ([here = 0]: number[]) => (here * (here - 1)) / 2;
  const truth = truePairs(ids, paths.length < 2 ? ofOne : ofTwo, files);
  const [precision, recall] = [found.length ? right / found.length : 1, truth ? right / truth : 1];
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  const shown = (share: number) => Number(share.toFixed(4));
  console.log(`${people.length} records, ${truth} true pairs, ${pairs.length} compared`);
  return {
    ...{ precision: shown(precision), recall: shown(recall), f1: shown(f1) },
    ...{ pairs: found.length, seconds: Number(seconds.toFixed(2)) },
  };
}

const paths = process.argv.slice(2);
if (paths.length < 1 || paths.length > 2) {
  console.error('npm run report:duplicates -- FILE [FILE]');
  process.exitCode = 1;
} else console.log(JSON.stringify(await report(paths)));
