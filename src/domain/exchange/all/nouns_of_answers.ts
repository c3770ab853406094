import { LONGEST_NAME, MOST_QUESTIONS } from '../../talk/ready/faq.ts';
import type { Noun } from './noun.ts';

/** What is said often, and to which questions. */
export const NOUNS_OF_ANSWERS: readonly Noun[] = [
  {
    file: 'canned_replies',
    table: 'canned_replies',
    natural: ['name', 'locale'],
    decides: ['text'],
  },
  {
    file: 'faqs',
    table: 'faqs',
    natural: ['name'],
    decides: ['questions'],
    json: { questions: 'array' },
    isVoid: (sql, says) => sql`(
      char_length(${says} ->> 'name') not between 1 and ${LONGEST_NAME} or jsonb_array_length(${says} -> 'questions') not between 1 and ${MOST_QUESTIONS}
      or jsonb_path_exists(${says} -> 'questions', '$[*] ? (@.type() != "string" || @ like_regex "^.{200}")')
    )`,
    // what was let to leave by itself there was let by whoever is owner there
    settle: (sql) => sql`'{"by_itself": false}'::jsonb`,
  },
];
