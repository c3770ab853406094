import { readAddress } from '../../domain/talk/own_account.ts';

/** The parameters for an address in the Bot API's methods: a chat of the bot, or one in a user's own account. */
export function chatOf(address: string): { chat_id: string; business_connection_id?: string } {
  const place = readAddress(address);
  return place ? { chat_id: place.person, business_connection_id: place.account } : { chat_id: address };
}
