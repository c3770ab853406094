import { expect, it } from 'vitest';
import { openFiles } from '../../../src/files/index.ts';
import { importer } from '../../../src/jobs/imports.ts';
import { testHouse } from '../../support/house.ts';
import { addHook, hookPeer, tellHooks } from '../../support/platforms/hook_peer.ts';

const house = await testHouse({ locale: 'en' });

it('people of a file are told to no other system, and what is changed of them later is', async () => {
  const peer = await hookPeer();
  await addHook(house, peer.url);
  await house.type('/import\nname,email\nAnna,anna@example.com\nBea,bea@example.com');
  const round = importer({ act: house.act, files: openFiles(house.files, () => undefined) });
  const work = async () => {
    for (let nth = 0; nth < 20; nth++) if ((await round()) > 0) return;
  };
  await work();
  await house.press('/import 1 go');
  await work();
  expect(await house.db.sql`select from contacts`).toHaveLength(2);
  await tellHooks(house);
  expect(peer.types()).toEqual([]);
  await house.say('/tag c1 #vip');
  await tellHooks(house);
  expect(peer.types()).toEqual(['contact.updated']);
  // the tag first, which was told
  await house.say('/undo');
  await tellHooks(house);
  const before = peer.types();
  await house.say('/undo');
  expect(await house.db.sql`select from contacts`).toHaveLength(0);
  await tellHooks(house);
  expect(peer.types()).toEqual(before);
});
