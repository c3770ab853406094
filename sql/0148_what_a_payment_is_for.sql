-- A number of an invoice as it comes back with a payment: Stripe lets a reference hold nothing but letters, figures, - and _.
create index invoices_reference on invoices (upper(regexp_replace(number, '[^A-Za-z0-9_-]', '-', 'g')));
