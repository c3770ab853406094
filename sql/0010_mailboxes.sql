-- What was taken out of each mailbox, so that the daily look by date finds what came late or out of order.
-- UIDs mean something only under one UIDVALIDITY. Rows older than that look reaches are removed by it.
create table mailbox_uids (
  -- as of its inbox rows: email:<user>@<host>/<mailbox>
  source text not null,
  uid_validity bigint not null,
  uid bigint not null,
  primary key (source, uid_validity, uid)
);

-- One mail is one row, whichever mailbox it is found in again, under another UID or with other traces of its way.
create unique index inbox_mail on inbox ((headers ->> 'mail-key'))
  where source like 'email:%' and headers ->> 'mail-key' is not null;
