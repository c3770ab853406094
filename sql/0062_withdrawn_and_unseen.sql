-- With which entry something went that had been made of the message: the list at the return says so, and brings it back.
alter table collected_cards add column journal_id bigint;

-- Search reads words as they look: without signs that nobody sees (soft hyphens, blanks of no width, marks of direction, selectors of a
-- form, tags; joiners only behind letters that do without them), and katakana as hiragana. src/text/fold.ts does the same, and a test
-- holds them together.
drop index contacts_name;
drop index contacts_city;
drop index contact_signs_former;
drop index contact_identities_known_as;

alter function fold_text(text) rename to fold_letters;

create function fold_text(value text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  seen text := value;
  folded text;
begin
  if value ~ '[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]' then
    seen := regexp_replace(value, '[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]', '', 'g');
    seen := regexp_replace(
      seen, '(?<=[0-9A-Za-z\u00c0-\u058f\u1e00-\u1fff\u3040-\u9fff\uac00-\ud7af])[\u200c\u200d]+', '', 'g'
    );
  end if;
  folded := public.fold_letters(seen);
  if folded !~ '[\u30a1-\u30f6\u30fd\u30fe]' then
    return folded;
  end if;
  return translate(
    folded,
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶヽヾ',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖゝゞ'
  );
end $$;

create index contacts_name on contacts (fold_text(name));
create index contacts_city on contacts (fold_text(city)) where city is not null;
create index contact_signs_former on contact_signs (fold_text(address)) where source = 'former';
create index contact_identities_known_as on contact_identities (fold_text(known_as)) where known_as is not null;

-- What these hold was folded by the function as it was.
reindex index messages_words;
reindex index messages_numbers;
reindex index tickets_words;
reindex index leads_words;
reindex index order_lines_words;
reindex index orders_words;
reindex index orders_joined;

-- Contacts are found by the keys that their names have now, too.
update contacts set search_keys = (
  select array_agg(key order by key collate "C") from (
    select unnest(search_keys) as key union select fold_text(unnest(search_keys))
  ) both_ways
)
where exists (select from unnest(search_keys) as key where key ~ '[\u30a1-\u30f6\u30fd\u30fe]');
