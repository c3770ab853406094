import { expect, it } from 'vitest';
import { saidSince } from '../../../src/domain/talk/scheduled.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1 });

it('what a customer has said since an answer was made is looked for among their last messages', async () => {
  await db.autocommit.unsafe(`
    insert into contacts (name) values ('Dave');
    insert into conversations (contact_id, channel, address) values (1, 'telegram', '77');
    insert into messages (conversation_id, direction, text, occurred_at, created_at)
      select 1, 'in', 'word ' || n, '2026-01-01'::timestamptz + n * interval '1 min', '2026-01-01' from generate_series(1, 6000) n;
    insert into scheduled_answers (conversation_id, contact_id, address, copies, text, due_at, receipt_to, user_id)
      values (1, 1, '77', '[]', 'hi', now(), '{}', null);
    analyze;`);
  expect(await lookedAt(db, ['messages'], () => saidSince(db.sql, { id: '1' }))).toBeLessThan(400);
  await db.autocommit`insert into messages (conversation_id, direction, text, occurred_at, created_at)
    values (1, 'in', 'and now?', '2026-02-01', now() + interval '1 s')`;
  expect(await saidSince(db.sql, { id: '1' })).toEqual({ text: 'and now?', fate: null });
});

it('what a customer has changed since is found however far back it lies, and looked for by an index', async () => {
  await db.autocommit.unsafe(`
    delete from messages where text = 'and now?';
    update messages set text = 'size XL', changed_at = now(), edits = jsonb_build_array(jsonb_build_object('text', text, 'replaced_at', now() + interval '1 s')) where id = 3;
    analyze messages;`);
  expect(await saidSince(db.sql, { id: '1' })).toEqual({ text: 'size XL', fate: 'edited' });
  expect(await lookedAt(db, ['messages'], () => saidSince(db.sql, { id: '1' }))).toBeLessThan(50);
});
