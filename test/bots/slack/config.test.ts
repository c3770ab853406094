import { expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1-2-abc' };

test.each([
  [{ SLACK_BOT_TOKEN: 'abc' }, 'SLACK_BOT_TOKEN must look like xoxb-'],
  [{ ...BOT, SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN must look like xapp-'],
  [BOT, 'SLACK_APP_TOKEN (Socket Mode, no public address needed) or SLACK_SIGNING_SECRET must be set'],
  [{ SLACK_APP_TOKEN: 'xapp-1-abc' }, 'SLACK_BOT_TOKEN must be set'],
  [{ ...BOT, SLACK_APP_TOKEN: 'xapp-1-abc', SLACK_OWNER_ID: 'ann' }, 'SLACK_OWNER_ID must look like U0123ABCD'],
  [{ ...BOT, SLACK_APP_TOKEN: 'xapp-1-abc', SLACK_DESK_CHANNEL: '#desk' }, 'SLACK_DESK_CHANNEL must be a channel’s id'],
])('%j is answered with what to change', (environment, words) => {
  expect(() => readConfig(environment)).toThrow(words);
});

test('an app token chooses Socket Mode; the API’s address always ends with a slash', () => {
  const { slack } = readConfig({
    ...BOT,
    SLACK_APP_TOKEN: 'xapp-1-abc',
    SLACK_API_URL: 'http://127.0.0.1:1/api',
  }).channels;
  expect(slack.app).toMatchObject({
    appToken: 'xapp-1-abc',
    signingSecret: undefined,
    apiUrl: 'http://127.0.0.1:1/api/',
  });
});
