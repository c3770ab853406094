import type { Sql } from '../../db/sql.ts';
import type { Act } from '../../domain/act.ts';
import type { Receiver } from '../../inbox/receive.ts';
import type { ShopAsked } from './shop.ts';

/** What those who ask the shops work with. */
export interface PullerHouse extends Pick<ShopAsked, 'allowedHosts' | 'resolve' | 'ca' | 'clock'> {
  sql: Sql;
  act: Act;
  receiver: Pick<Receiver, 'receiveAll'>;
  /** Opens what was sealed for a context. */
  open: (sealed: Uint8Array, context: string) => string;
  /** Where the outside reaches us. */
  publicUrl: string;
  /** How many days of what was there before are read; absent: all of it, 0: nothing. */
  historyDays?: number | undefined;
  /** Somebody is to be told something. */
  told?: () => void;
}
