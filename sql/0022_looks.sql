-- Two indexes of one and the same: each doubt was written to both.
drop index outbox_looks;
