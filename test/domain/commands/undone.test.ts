import { expect, it } from 'vitest';
import { undoesAnother } from '../../../src/domain/commands/meant/undone.ts';

it.each([
  ['undo the refund', '/task call Anna', true],
  ['undo the refund', '/order o1 refund 20', false],
  ['undo the refund', '/order o1 paid', true],
  ['算了别删', '/reply 老吴: 马上补发', true],
  ['算了别删', '/end 3', false],
  ['restore what i deleted', '/note c1 hi', true],
  ['undo', '/note c1 hi', false],
  ['撤销刚才的', '/备注 周敏', false],
  ['undo the payment', '/order o1 paid 20', false],
  ['undo the payment', '/order Anna mug 20 paid', false],
  ['撤销付款', '/订单 o1 付款', false],
  ['restore the tag', '/tag c1 -#vip', false],
  ['restore what i removed', '/tag c1 -#vip', false],
  ['restore what i deleted', '/template 3 delete', false],
  ['别删了', '/删除 周敏', false],
  // what a note or a name says is no deed
  ['undo the payment', '/note Anna she will pay friday', true],
  ['undo the order', '/note Anna order forms are in the drawer', true],
  ['undo the block', '/task buy a block of clay', true],
  ['撤销退款', '/备注 周敏 说要退款', true],
  // what a program did is on its button
  ['restore what i deleted', 'DELETE /api/v1/contacts/3', false],
])('%s behind %s undoes another: %s', (text, line, is) => expect(undoesAnother(text, line)).toBe(is));
