import { plainly } from '../plainly.ts';

const ENGLISH =
  /^(?:please )?(?:(?:bring|get) (?<name>\p{L}[\p{L}'’. -]{1,40}?) back|(?:restore|undelete|recover) (?:the )?(?:contact |customer |client )?(?<name2>\p{L}[\p{L}'’. -]{1,40}?))(?: please| again)?[.!]?$/iu;
const CHINESE =
  /^(?:请|帮我)?(?:把)?(?:恢复|找回|还原)(?:一下|被删的)?(?:客户|联系人)?(?<name>[\p{L}·]{2,20}?)(?:吧|一下)?$|^(?:请|帮我)?把(?:客户|联系人)?(?<name2>[\p{L}·]{2,20}?)(?:恢复|找回来?|还原)(?:一下|吧|了)?$/u;

/** Who is to be there again: bring john back, 恢复孙丽. Whether anybody of that name was deleted is not known here. */
export function restoredName(text: string): string | undefined {
  const plain = plainly(text).trim();
  if (plain.length > 60) return undefined;
  const { name, name2 } = (ENGLISH.exec(plain) ?? CHINESE.exec(plain))?.groups ?? {};
  return (name ?? name2)?.trim();
}
