import { pathToFileURL } from 'node:url';
import type { Database } from '../src/db/open.ts';
import { findContacts } from '../src/domain/people/search.ts';
import { inScratchDatabase, loadPeople, type Person, peopleFrom, randomFrom } from './people.ts';

const seed = Number(process.env.SEED ?? 20260801);
const sizes = (process.env.SIZES ?? '200000,1000000').split(',').map(Number);
/** What /find asks for. */
const FIND_LIMIT = 11;
const rounds = 300;

/** p50 and p99 in ms for one kind of query. */
export interface Timing {
  p50: number;
  p99: number;
}

export interface SearchFigures {
  seed: number;
  sizes: { contacts: number; indexMb: number; buildSeconds: number; queries: Record<string, Timing> }[];
}

/**
 * /find over 200,000 and 1,000,000 made-up contacts in a scratch database, warm; takes three to six minutes, mostly for
 * making the contacts.
 */
export function benchSearch(): Promise<SearchFigures> {
  return inScratchDatabase(measureAll);
}

async function measureAll(database: Database): Promise<SearchFigures> {
  const random = randomFrom(seed);
  const people = peopleFrom(random);
  const figures: SearchFigures = { seed, sizes: [] };
  let loaded = 0;
  for (const contacts of sizes) {
    const started = performance.now();
    const sample = await loadPeople(database, people, contacts - loaded);
    loaded = contacts;
    const buildSeconds = Math.round((performance.now() - started) / 1000);
    const [size] = await database.sql<{ mb: number }>`
      select (pg_relation_size('contacts_search_keys') / 1048576)::int as mb`;
    const queries = await measure(database, sample, random);
    figures.sizes.push({ contacts, indexMb: size!.mb, buildSeconds, queries });
    console.log(`${contacts} contacts, index ${size!.mb} MB, loaded in ${buildSeconds} s`);
    console.table(queries);
  }
  return figures;
}

async function measure(database: Database, sample: Person[], random: () => number): Promise<Record<string, Timing>> {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const chinese = sample.filter(({ name }) => /\p{Script=Han}/u.test(name));
  const english = sample.filter(({ name }) => !/\p{Script=Han}/u.test(name));
  const withMail = sample.filter(({ email }) => email !== undefined);
  const kinds: Record<string, () => string> = {
    'floor: by primary key': () => '',
    '张三 (a Chinese name)': () => pick(chinese).name,
    'given name': () => pick(chinese).name.slice(1),
    '三 (one character)': () => pick(['三', '王', '伟', '建', '小', '国', '文', '李']),
    'zhangsan (pinyin)': () => pick(['zhangwei', 'wangfang', 'lina', 'zhaojianguo', 'liuyang', 'chenjing', 'zhangsan']),
    'zs (initials)': () => pick(['zs', 'wj', 'lx', 'zjg', 'wxm', 'ly', 'zw', 'ch']),
    'wang (surname in pinyin)': () => pick(['wang', 'li', 'zhang', 'liu', 'chen', 'yang']),
    '8000 (last digits)': () => pick(sample).phone.slice(-4),
    '800 (three digits)': () => pick(sample).phone.slice(-3),
    'whole phone': () => pick(sample).phone,
    'zhang@ (mail name)': () => `${pick(withMail).email!.split('@')[0]}@`,
    '@gmail.com (commonest mail domain)': () => pick(['@qq.com', '@gmail.com', '@163.com']),
    'whole mail address': () => pick(withMail).email!,
    'English name': () => pick(english).name,
    'English prefix': () => pick(english).name.slice(0, 3),
    'two common words that never meet': () => pick(['wang gmail smith', 'li@qq.com smith', 'zhang john']),
    nobody: () => pick(['龘靐', 'qqqqqqqqqqqqqqqqqq', '00000000000']),
    'zhangsna (slip)': () => pick(['zhangsna', 'wnagfang', 'liuynag', 'jhonson', 'zhaojianguoo']),
  };
  const timings: Record<string, Timing> = {};
  for (const [kind, next] of Object.entries(kinds)) timings[kind] = await time(() => ask(database, next()));
  return timings;
}

function ask(database: Database, query: string): Promise<unknown> {
  return query ? findContacts(database.sql, query, FIND_LIMIT) : floor(database);
}

async function floor(database: Database): Promise<unknown> {
  return database.sql`select id, name, tags, last_seen_at from contacts where id = 77`;
}

async function time(work: () => Promise<unknown>): Promise<Timing> {
  for (let i = 0; i < 40; i += 1) await work();
  const times: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Number(times[Math.floor(times.length * share)]!.toFixed(2));
  return { p50: at(0.5), p99: at(0.99) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(`seed ${seed}`);
  const figures = await benchSearch();
  console.log(JSON.stringify(figures));
}
