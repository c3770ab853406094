-- What is written with an order, each with what it is of: '' is the order's own note, else what the shop's page asked, or an article.
-- Null as before: the order was stored before that was read. What was one text becomes one of them, in the journal too.
create function order_text(words jsonb) returns text
language sql immutable parallel safe as $$
  select coalesce(string_agg(
    case when one ->> 'of' = '' then '' else (one ->> 'of') || ': ' end || (one ->> 'text'), E'\n' order by nth
  ), '')
  from jsonb_array_elements(words) with ordinality w (one, nth)
$$;

create function order_words_of(written text) returns jsonb
language sql immutable strict as $$
  select case written when '' then '[]' else jsonb_build_array(jsonb_build_object('of', '', 'text', written)) end
$$;
drop index orders_words;
alter table orders alter column words type jsonb using order_words_of(words);
create index orders_words on orders using gin (word_keys(order_text(words))) with (fastupdate = off) where words <> '[]';
update journal_changes set before = jsonb_set(before, '{words}', order_words_of(before ->> 'words'))
where table_name = 'orders' and jsonb_typeof(before -> 'words') = 'string';
update journal_changes set after = jsonb_set(after, '{words}', order_words_of(after ->> 'words'))
where table_name = 'orders' and jsonb_typeof(after -> 'words') = 'string';
drop function order_words_of;

-- Where it goes to: who gets it, the address, their phone, by which way. Null: the order was stored before that was read.
alter table orders add column delivery jsonb;
-- Pieces of lines that a refund told by itself gave back: [{line, quantity}].
alter table order_refunds add column returned jsonb not null default '[]';

-- How its money and goods stand is one of a closed set; what a shop calls otherwise is 'other', in the shop's words.
alter table orders add column strange_payment text, add column strange_fulfillment text;
with read as (
  select id,
    case when payment in (
      'pending', 'unpaid', 'authorized', 'partially_paid', 'paid', 'partially_refunded', 'refunded', 'voided', 'expired', 'failed',
      'declined'
    ) then null else payment end as payment,
    case when fulfillment in ('unfulfilled', 'partial', 'fulfilled', 'restocked') then null else fulfillment end as fulfillment
  from orders
)
update orders o set
  strange_payment = r.payment, strange_fulfillment = r.fulfillment,
  payment = case when r.payment is null then o.payment else 'other' end,
  fulfillment = case when r.fulfillment is null then o.fulfillment else 'other' end
from read r where r.id = o.id and (r.payment is not null or r.fulfillment is not null);
