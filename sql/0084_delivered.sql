-- When a channel said that the message has reached its person (a text message's delivery report). A later report of another kind changes nothing.
alter table outbox add column delivered_at timestamptz;
