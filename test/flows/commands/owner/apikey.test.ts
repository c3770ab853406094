import { beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../../src/domain/commands/run.ts';
import { saveSetting } from '../../../../src/domain/settings.ts';
import { prunings } from '../../../../src/jobs/prune.ts';
import { texts } from '../../../../src/text/texts.ts';
import { buttonsOf, NOON, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const t = texts('en');
beforeEach(() => house.reset());

const KEY = /^crm_[a-z2-7]{32}$/;
const everything = async (): Promise<string> => JSON.stringify(await house.db.sql`select * from outbox, journal`);

describe('/apikey', () => {
  it('shows the key once: what was told of it is emptied soon after, and nothing else ever held it', async () => {
    const { quote, text } = await house.say('/apikey new book keeping write');
    expect(quote).toMatch(KEY);
    expect(text).toBe(t.apikey.shownOnce);
    expect(await everything()).toContain(quote);
    house.now = new Date(Date.now() + 3_600_000);
    await house.act(prunings.secrets!);
    house.now = NOON;
    expect(await everything()).not.toContain(quote);
    expect(await house.db.sql`select name, prefix, scopes from api_keys`).toEqual([
      { name: 'book keeping', prefix: quote!.slice(0, 8), scopes: ['read', 'write'] },
    ]);
    expect((await house.say('/apikey')).lists).toMatchObject([
      { items: [{ text: `book keeping · ${quote!.slice(0, 8)}…`, detail: expect.stringContaining(t.apikey.unused) }] },
    ]);
  });

  it.each(['/apikey books revoke', '/接口密钥 books 吊销'])(
    'ends one named in front, once it was asked: %s',
    async (line) => {
      await house.say('/接口密钥 新 books');
      expect(buttonsOf(await house.say(line)).map(({ command }) => command)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^\/apikey revoke \S+ !$/)]),
      );
      expect(await house.db.sql`select from api_keys`).toHaveLength(1);
    },
  );

  it.each(['/apikey new bot all', '/apikey new bot full access', '/接口密钥 新建 bot 全部权限'])(
    'asks what a key may do where its words speak of all of it: %s',
    async (line) => {
      const asked = await house.say(line);
      expect(asked).toMatchObject({ failed: true, text: t.apikey.whichScope('bot') });
      expect(await house.db.sql`select from api_keys`).toHaveLength(0);
      await house.press(buttonsOf(asked)[1]!);
      expect(await house.db.sql`select name, scopes from api_keys`).toEqual([
        { name: 'bot', scopes: ['read', 'write'] },
      ]);
    },
  );

  it('takes a name once, and has only read where nothing else is said', async () => {
    await house.say('/apikey new books');
    expect(await house.say('/apikey new BOOKS send')).toMatchObject({
      failed: true,
      text: t.apikey.nameTaken('BOOKS'),
    });
    expect(await house.db.sql`select scopes from api_keys`).toEqual([{ scopes: ['read'] }]);
  });

  it('is shown in no chat that others read', async () => {
    await house.act(({ tx }) => saveSetting(tx, 'deskChats', { telegram: '42' }));
    const reply = await house.act(async (ctx) => {
      const owner = ctx.users.find(({ role }) => role === 'owner')!;
      return runCommand(ctx, owner, '/apikey new books', { channel: 'telegram', address: '42' }, undefined);
    });
    expect(reply).toMatchObject({ failed: true, text: t.apikey.notHere });
    expect(await house.db.sql`select from api_keys`).toHaveLength(0);
  });

  it('revokes for good at the second tap: /undo does not bring it back, and /audit shows both', async () => {
    await house.say('/apikey new books');
    const asked = await house.say('/apikey revoke books');
    expect(asked).toMatchObject({ title: t.apikey.sureToRevoke('books'), undecided: true });
    expect(await house.db.sql`select from api_keys where revoked_at is null`).toHaveLength(1);
    const reply = await house.press(t.apikey.revokeForGood);
    expect(reply.text).toBe(t.apikey.revoked('books'));
    await house.say('/undo');
    expect(await house.db.sql`select from api_keys where revoked_at is null`).toHaveLength(0);
    const [acts] = (await house.say('/audit')).lists!;
    expect(acts!.items.map(({ detail }) => detail)).toEqual([
      expect.stringContaining(t.audit.outcome.key_revoked),
      expect.stringContaining(t.audit.outcome.key_made),
    ]);
    expect((await house.say('/apikey new books')).failed).toBeUndefined();
    expect(await house.say('/apikey revoke nobody')).toMatchObject({ failed: true });
  });
});

describe('/apikey as people type it', () => {
  it('shows how to make one while there is none', async () => {
    const reply = await house.say('/apikey');
    expect(reply.text).toContain('/');
    expect(buttonsOf(reply).map(({ command }) => command)).toContain('/apikey new');
  });

  it('offers to revoke the one that has the name, or whose name is near, and never another', async () => {
    await house.say('/apikey new zapier');
    await house.say('/apikey new books');
    for (const line of ['/apikey new zapier', '/apikey revoke zap', '/接口密钥 吊销 zapir']) {
      const reply = await house.say(line);
      expect(reply.failed).toBe(true);
      const offered = buttonsOf(reply).filter(({ command }) => command.startsWith('/apikey revoke '));
      expect(offered.map(({ label }) => label)).toEqual([t.apikey.revoke('zapier')]);
    }
    const unlike = await house.say('/apikey revoke assistant');
    expect(buttonsOf(unlike).map(({ command }) => command)).toEqual(['/apikey']);
    await house.say('/接口密钥 吊销 zapier !');
    const again = await house.say('/apikey delete zapier');
    expect(again.text).toBe(t.apikey.revokedBefore('zapier'));
    expect(buttonsOf(again).map(({ command }) => command)).toEqual(['/apikey']);
  });

  it('says whose key a button of the list ends, in no word that means an undo', async () => {
    await house.say('/apikey new zapier');
    for (const locale of ['en', 'zh-CN'] as const) {
      const [button] = buttonsOf(await house.rehearse('owner', '/apikey', { locale }));
      expect(button!.label).toBe(texts(locale).apikey.revoke('zapier'));
      expect(button!.label).not.toContain(texts(locale).button.undo);
    }
  });
});

describe('/undo after what nothing takes back', () => {
  it('names it and leaves what was before alone until it is tapped', async () => {
    await house.say('/connect form Contact us');
    await house.say('/apikey new books');
    await house.say('/apikey revoke books !');
    const asked = await house.say('/undo');
    expect(asked).toMatchObject({ failed: true, text: t.undo.forGood('/apikey revoke books') });
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual([
      t.undo.before('/connect form Contact us'),
      t.apikey.list,
    ]);
    const done = await house.press(t.undo.before('/connect form Contact us'));
    expect(done.text).toContain('/connect form Contact us');
  });

  it('says so where there is nothing before it, and takes back what was done after it', async () => {
    await house.say('/apikey new books');
    expect(buttonsOf(await house.say('/undo')).map(({ command }) => command)).toEqual(['/apikey']);
    await house.say('/add Anna');
    expect((await house.say('/undo')).text).toBe(t.undo.done('/add Anna'));
  });

  it('is asked after any command that is not recorded', async () => {
    await house.say('/add Anna');
    await house.say('/campaign new Spring tea to #vip\nThe new tea is here.');
    const asked = await house.say('/undo');
    expect(asked.failed).toBe(true);
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual([t.undo.before('/add Anna')]);
  });

  it('does not know the secret of what was connected', async () => {
    await house.say('/connect stripe');
    await house.say('/connect stripe whsec_0123456789abcdef');
    expect(await house.db.sql`select distinct command from journal`).toEqual([{ command: '/connect stripe' }]);
  });
});
