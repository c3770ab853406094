/** The control of chaos:inbox: the service as it is, but an event counts as received before it is stored. */
import { createReceiver, type Receiver } from '../../src/inbox/receive.ts';
import { runWith } from './run_with.ts';

await runWith({ createReceiver: (db, options) => hasty(createReceiver(db, options)) });

function hasty(receiver: Receiver): Receiver {
  return {
    async receive(event) {
      void receiver.receive(event).catch(() => undefined);
      return 'stored';
    },
    async receiveAll(events) {
      void receiver.receiveAll(events).catch(() => undefined);
    },
  };
}
