/** What joins a further person to one before: and Bob, & Bob, cc Bob, 和李四, 、李四. */
const JOINER =
  /^(?:(?:and|plus|cc|bcc|as well as|or|und|y|et)(?=[\s:：])[\s:：]{1,3}(?:to )?|[&+＆＋、/]\s{0,3}|(?:和|跟|与|及|以及|还有|同|或|抄送给?)\s{0,3}(?=\p{Script=Han}|\p{Lu}))/iu;

/** The words behind a joiner at the front; undefined: nobody is joined. */
export function behindJoiner(words: string): string | undefined {
  const joiner = JOINER.exec(words)?.[0];
  return joiner === undefined ? undefined : words.slice(joiner.length);
}
