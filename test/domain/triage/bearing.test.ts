import { describe, expect, it } from 'vitest';
import { cuesIn } from '../../../src/domain/triage/cues.ts';
import { chineseCuesIn } from '../../../src/domain/triage/cues.zh.ts';
import { triage } from '../../../src/domain/triage/index.ts';

const taken = (text: string) => triage({ text, signals: {} }).label;

describe('how a message bears on what its writer has here already', () => {
  it.each([
    ['is there a lift to the studio', 'asks untied'],
    ['does the stove you fitted need sweeping', 'asks tied'],
    ['is my chair ready', 'asks tied'],
    ['half a lamb for Friday', 'says untied'],
    ['you left the ladder against the wall', 'says tied'],
  ])('%s: %s', (text, bearing) => expect(cuesIn(text)[0]).toBe(bearing));

  it.each([
    ['这椅子能折叠吗', 'asks untied'],
    ['我约的是几点', 'asks tied'],
    ['识唔识整雪柜呀，几多钱', 'asks untied'],
    ['要两斤五花肉', 'says untied'],
    ['昨天装的架子晃', 'says tied'],
  ])('%s: %s', (text, bearing) => expect(chineseCuesIn(text)[0]).toBe(bearing));
});

describe('a question about what one has not is a lead', () => {
  it.each(['what stone are the bowls', 'how wide is the oak one', '木工教不教小孩', '院里那棵枣树能移栽不，找人弄'])(
    '%s',
    (text) => expect(taken(text)).toBe('lead'),
  );

  it.each(['is my chair ready to fetch', '我约的是几点呀', '昨天装的架子晃'])(
    'of what one has it is none: %s',
    (text) => expect(taken(text)).toBe('ticket'),
  );

  it('assumes that somebody asks for what there is, where nobody speaks of a price', () => {
    expect(triage({ text: 'does the barn sleep ten', signals: {} }).sublabel).toBe('availability');
  });
});

describe('what is asked stands apart from the story told with it', () => {
  it.each([
    ['The dog ate my slippers. Do you make them in felt?', ['asked do you', 'asked afresh', 'asked and told']],
    ['Hi, is my order on its way?', ['asked is my', 'asked of own', 'only asked']],
    ['We loved every minute.', ['none asked']],
  ])('%s', (text, cues) => {
    expect(cuesIn(text.toLowerCase())).toEqual(expect.arrayContaining(cues));
  });

  it.each([
    'Our old shed fell down in the gale. Do you put up new ones?',
    "I haven't ordered yet. What if the curtains turn out too long?",
    'The strap of my satchel broke this morning. Is that something you mend?',
    'Our last caterer was late and the soup was cold. Are you free on the 9th of May?',
    'Do your kettles whistle? My husband is hard of hearing.',
    'Before I buy: can it go back if it does not fit under our sink?',
  ])('a trouble of their own, or with others, makes no ticket of a wish to buy: %s', (text) =>
    expect(taken(text)).toBe('lead'),
  );

  it.each([
    'You put up our shed and it fell down in the gale. Do you come back for that?',
    'The strap of the satchel you sold me broke this morning. Is that something you mend?',
    'Could the kettle I ordered from you be sent to my office instead?',
    'I ordered the small kettle. Could I have the large one in its place?',
  ])('control: with what was bought here it is one: %s', (text) => expect(taken(text)).toBe('ticket'));

  it.each([
    'Lovely walk and a good guide. The lunch was rather plain for the money.',
    'It would be handy if the tickets showed the bus stop.',
  ])('an opinion asks for nothing: %s', (text) => expect(taken(text)).toBe('feedback'));
});
