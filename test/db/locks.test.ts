import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * A statement that waits for a row sees that row as it is after the wait, and every other row as it was before (READ COMMITTED). So a
 * statement that may wait reads nothing else: it locks, and the next one reads. Those that may, and why.
 */
const MAY: Readonly<Record<string, string>> = {
  'src/outbox/change.ts': 'cardsFollow: the other rows are changed and held by the same transaction',
  'src/outbox/rewrite.ts':
    'toldWithButtons: the lines of buttons never change, and what was dropped is looked at on the locked row',
  'src/domain/desk/made_of.ts': 'lockMade: it only locks, and the look is the statement behind it',
  'src/domain/desk/notice_flood.ts': 'cardsOfMany: a notice that comes meanwhile looks itself who is blocked',
  'src/domain/people/met.ts': 'metAlready: whoever is moved meanwhile is not found, or has the same identities',
  'src/domain/people/shop_record.ts': 'noteRecords: the other rows are those it was given',
  'src/domain/sell/order_write.ts': 'followBuyers: the other rows are those it was given',
  'src/domain/sell/invoice/reminder.ts': 'which order an invoice is of never changes',
  'src/domain/talk/message.ts': 'lockMessageAt: where a message stands never changes',
};

const WAITS = /\bfor (?:no key )?(?:update|share)\b(?!(?: of \w+)? skip locked)/;
const TEMPLATE = /`((?:[^`\\]|\\.|\$\{[^`{}]*(?:`[^`]*`[^`{}]*)*\})*)`/g;

const looksElsewhere = (sql: string): boolean => / join /.test(sql) || sql.split(/\bselect\b/).length > 2;

/** The statements of a source that wait for rows and read others too. */
const suspects = (source: string): string[] =>
  [...source.matchAll(TEMPLATE)].map(([, sql = '']) => sql).filter((sql) => WAITS.test(sql) && looksElsewhere(sql));

describe('a statement that waits for a row', () => {
  it('reads no other rows, but for those of the list', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const found = files.map((file) => `src/${file}`).filter((file) => suspects(readFileSync(file, 'utf8')).length > 0);
    expect(found.sort()).toEqual(Object.keys(MAY).sort());
  });

  it('control: one that does is seen, one that passes over what is held is not', () => {
    const look = (lock: string) =>
      suspects(`tx\`select o.id, (select max(m) from p) from o where o.id = \${id} ${lock}\``);
    expect(look('for update of o')).toHaveLength(1);
    expect(look('for update skip locked')).toHaveLength(0);
    expect(suspects('tx`select from o where id = 1 for update`')).toHaveLength(0);
  });
});
