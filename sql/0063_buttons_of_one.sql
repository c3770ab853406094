-- The buttons that do something to one thing, or take something back: what is done elsewhere is shown on their messages too.
create index buttons_of_one on buttons (command) where command ~ '^/[a-z]+ [0-9]+$';
