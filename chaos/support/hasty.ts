/**
 * The control of chaos:inbox: the service as it is, except that an event counts as received a moment before it is
 * stored.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { createReceiver, type Receiver } from '../../src/inbox/receive.ts';
import { runWith } from './run_with.ts';

/** A kill within this time after an acknowledgement loses the event, however fast the machine. */
const BEFORE_STORED_MS = 250;

await runWith({ createReceiver: (db, options) => hasty(createReceiver(db, options)) });

function hasty(receiver: Receiver): Receiver {
  return {
    async receive(event) {
      void pause(BEFORE_STORED_MS)
        .then(() => receiver.receive(event))
        .catch(() => undefined);
      return 'stored';
    },
    async receiveAll(events) {
      void pause(BEFORE_STORED_MS)
        .then(() => receiver.receiveAll(events))
        .catch(() => undefined);
    },
  };
}
