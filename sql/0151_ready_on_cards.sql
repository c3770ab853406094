-- The cards that say that an answer will leave by itself are found by the button that keeps it from leaving.
create index buttons_ready on buttons (command) where command ~ '^/faq take r[0-9]+$';
