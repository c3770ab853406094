import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSlack } from '../../../src/bots/slack/api.ts';
import { slackPeople } from '../../../src/bots/slack/people.ts';
import { type FakeSlack, startFakeSlack } from '../../support/platforms/fake_slack.ts';

let slack: FakeSlack;
beforeEach(async () => {
  slack = await startFakeSlack();
  slack.is('U0ANN', { name: 'Ann', locale: 'zh-CN' });
});
afterEach(() => slack.close());

async function people(now?: () => number) {
  const { web } = await openSlack({ botToken: slack.botToken, apiUrl: slack.apiUrl });
  return slackPeople(web, now);
}

test('a name is asked for once, also when two messages come at once, and again after a day', async () => {
  let now = 0;
  const who = await people(() => now);
  const ann = { name: 'Ann', language: 'zh-CN' };
  expect(await Promise.all([who('U0ANN'), who('U0ANN')])).toEqual([ann, ann]);
  expect(slack.calls('users.info')).toHaveLength(1);
  now = 25 * 3_600_000;
  expect(await who('U0ANN')).toEqual(ann);
  expect(slack.calls('users.info')).toHaveLength(2);
});

test('a name that Slack does not say is done without, and asked for again', async () => {
  const who = await people();
  slack.fail('users.info', { error: 'missing_scope' }, { hang: 'before' });
  expect(await who('U0ANN')).toBeUndefined();
  expect(await who('U0ANN')).toBeUndefined();
  expect(await who('')).toBeUndefined();
  expect(slack.calls('users.info')).toHaveLength(2);
});
