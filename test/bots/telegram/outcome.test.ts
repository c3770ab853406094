import { expect, test } from 'vitest';
import { callsFor } from '../../../src/bots/telegram/calls.ts';
import { outcomeOf } from '../../../src/bots/telegram/outcome.ts';

const refusal = (error_code: number, description: string) => ({ error_code, description, parameters: {} });

test.each([
  [403, "Forbidden: bot can't initiate conversation with a user", 'not_started'],
  [403, 'Forbidden: bot was blocked by the user', 'blocked'],
  [400, 'Bad Request: BUSINESS_PEER_USAGE_MISSING', 'silent'],
  [400, 'Bad Request: BUSINESS_CONNECTION_INVALID', 'disconnected'],
  [400, 'Bad Request: business connection not found', 'disconnected'],
  [403, 'Forbidden: BOT_ACCESS_FORBIDDEN', 'may_not_reply'],
  [400, 'Bad Request: chat not found', 'no_such_address'],
  [400, 'Bad Request: message text is empty', 'rejected'],
])('%i %s says why it cannot be sent: %s', (status, description, reason) => {
  expect(outcomeOf(refusal(status, description))).toMatchObject({ result: 'failed', reason });
});

test('a chat in somebody’s own account is named by its connection and its id', () => {
  const say = (address: string) =>
    callsFor({ address, audience: 'customer', payload: { kind: 'message', reply: { text: 'hi' } } })[0]?.payload;
  expect(say('Bq1_x-9/7001')).toMatchObject({ chat_id: '7001', business_connection_id: 'Bq1_x-9' });
  expect(say('7001')).toMatchObject({ chat_id: '7001' });
  expect(say('7001')).not.toHaveProperty('business_connection_id');
  expect(say('-1001987654321')).toMatchObject({ chat_id: '-1001987654321' });
});
