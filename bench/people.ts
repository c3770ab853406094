import { rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../src/db/migrate.ts';
import { type Connection, type Database, openDatabase } from '../src/db/open.ts';
import { startEmbedded } from '../src/db/postgres/embedded.ts';
import { searchKeys } from '../src/domain/people/search.ts';
import { seeded } from '../src/lib/random.ts';

/** The same seed makes the same people. */
export const randomFrom = seeded;

/** How many contacts are made and inserted at a time. */
const batch = 5_000;

/** A made-up person. */
export interface Person {
  name: string;
  phone: string;
  email: string | undefined;
  lastSeenDays: number | undefined;
}

/** Runs work on a migrated database of its own, which is removed afterwards. */
export function inScratchDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  return inScratchServer(async (connect) => {
    const database = openDatabase(await connect('bench'), { queryTimeoutMs: 600_000 });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  });
}

/**
 * Makes a database and returns a connection to it: a migrated one, or a copy of another that nobody uses at the moment.
 */
export type Connect = (name: string, like?: string) => Promise<Connection>;

/** Runs work on a server of its own, which is removed afterwards. */
export async function inScratchServer<T>(work: (connect: Connect) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'crm-bench-'));
  await chmod(directory, 0o755); // if we are root, the server's own user must be able to enter
  const server = await startEmbedded(join(directory, 'data'));
  try {
    return await work((name, like) => createDatabase(server.connection, name, like));
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function createDatabase(connection: Connection, name: string, like?: string): Promise<Connection> {
  const database = openDatabase(connection);
  await database.autocommit.unsafe(`create database "${name}"${like ? ` template "${like}"` : ''}`);
  await database.close();
  const made = { ...connection, database: name } as Connection;
  if (!like) await migrate(made);
  return made;
}

/** Adds people as contacts; the index of their keys is built once all are there. */
export async function loadPeople(
  database: Database,
  people: Generator<Person, never>,
  count: number,
): Promise<Person[]> {
  await database.transaction(async (tx) => {
    await tx`alter table contacts disable trigger tidy`;
    await tx`drop index contacts_search_keys`;
  });
  const sample = await load(database, people, count);
  await database.transaction(async (tx) => {
    await tx`set local maintenance_work_mem = '512MB'`;
    await tx`create index contacts_search_keys on contacts using gin (search_keys)`;
    await tx`alter table contacts enable trigger tidy`;
  });
  await database.autocommit`analyze contacts`;
  return sample;
}

/** Inserts while the next batch is being made; returns every hundredth person, to search for. */
async function load(database: Database, people: Generator<Person, never>, count: number): Promise<Person[]> {
  const sample: Person[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  for (let done = 0; done < count; done += batch) {
    const rows = Array.from({ length: Math.min(batch, count - done) }, () => people.next().value);
    const keys = await Promise.all(rows.map(keysOf));
    sample.push(...rows.filter((_, i) => i % 100 === 0));
    await writing;
    writing = insert(database, rows, keys);
  }
  await writing;
  return sample;
}

function keysOf({ name, phone, email }: Person): Promise<string[]> {
  const identities = [{ channel: 'phone', address: phone }];
  if (email) identities.push({ channel: 'email', address: email });
  return searchKeys({ name, identities });
}

function insert(database: Database, rows: Person[], keys: string[][]) {
  // the last key is the contact's own list, joined: unnest would flatten an array of arrays
  return database.autocommit`
    insert into contacts (name, last_seen_at, search_keys)
    select name, now() - days * interval '1 day', string_to_array(keys, ' ')
    from unnest(
      ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.lastSeenDays ?? null)}::float8[],
      ${keys.map((list) => list.join(' '))}::text[]
    ) as row (name, days, keys)`;
}

// the shares of the hundred most common surnames are about like this: three of 7 %, a dozen of 1 to 5 %, a long tail
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万钱覃武单';
const given =
  '伟芳娜敏静丽强磊军洋勇艳杰涛明超秀兰霞平刚桂英华玉梅建国文小红志海燕春雪琳晓东宇浩然子轩欣怡佳思雨梦洁婷鹏飞龙凯俊辉健斌波宁峰成林森松柏山川江河三四五一元天中正光亮星辰晨阳旭日月云风雷电霖';
const firstNames =
  'James Mary John Anna Robert Linda Michael Emma David Olivia William Sophia Richard Isabella Joseph Mia Thomas Charlotte Carlos Maria Daniel Laura Paul Julia Mark Sarah George Alice Kevin Nina'.split(
    ' ',
  );
const lastNames =
  'Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Müller Schmidt Rossi Silva Novak Kowalski Ivanov'.split(
    ' ',
  );
const domains = [
  'qq.com',
  'gmail.com',
  '163.com',
  'outlook.com',
  '126.com',
  'icloud.com',
  'foxmail.com',
  'example.com',
];

/** The same numbers give the same people. */
export function* peopleFrom(random: () => number): Generator<Person, never> {
  /** Squaring favours the front of a list, as real names do. */
  const skewed = <T>(list: ArrayLike<T>) => list[Math.floor(random() ** 2.2 * list.length)]!;
  const digits = (count: number) => String(Math.floor(random() * 10 ** count)).padStart(count, '0');
  for (;;) {
    const chinese = random() < 0.6;
    const name = chinese
      ? skewed([...surnames]) + skewed([...given]) + (random() < 0.7 ? skewed([...given]) : '')
      : `${skewed(firstNames)} ${skewed(lastNames)}`;
    const phone = chinese
      ? `+861${skewed(['38', '39', '50', '86', '77', '99'])}${digits(8)}`
      : `+1415${2 + Math.floor(random() * 8)}${digits(6)}`;
    const domain = random() < 0.7 ? skewed(domains) : `shop${Math.floor(random() * 20_000)}.com`;
    const mailName = chinese
      ? `${skewed(['zhang', 'wang', 'li', 'chen', 'liu', 'hello', 'x'])}${digits(5)}`
      : name
          .toLowerCase()
          .normalize('NFD')
          .replace(/[^a-z]+/g, '.') + digits(2);
    yield {
      name,
      phone,
      email: random() < 0.6 ? `${mailName}@${domain}` : undefined,
      lastSeenDays: random() < 0.6 ? random() * 1500 : undefined,
    };
  }
}
