-- What somebody has bought, with all that the view `purchases` asks of an order: a filter by orders reads this and no order.
create index orders_bought on orders (contact_id, placed_at)
  include (currency, total_minor, current_minor, refunded_minor, outstanding_minor, payment)
  where not test and deleted_at is null and payment in ('paid', 'partially_refunded', 'partially_paid') and (
    cancelled_at is null
    or (payment in ('paid', 'partially_refunded') and (refunded_minor > 0 or fulfillment in ('partial', 'fulfilled')))
  );
