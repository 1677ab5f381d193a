import { describe as about, expect, it } from 'vitest';
import { describe } from '../../../src/core/anchors/quote';
import { support } from '../../../src/core/anchors/surroundings';
import { everyMention } from './editions';

const spans = everyMention.filter(
  ({ block, mention: { start, end } }) => start > 40 && end < block.text.length - 40,
);
const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

about('what stands around a name', () => {
  it('speaks for it wholly where it is as it was', () => {
    for (const { block, mention } of spans)
      expect(support(block.text, mention, describe(block.text, mention))).toBe(1);
  });

  it('speaks for hardly any other place of the same name', () => {
    const others = spans.flatMap(({ edition, block, mention }) =>
      spans
        .filter(
          (one) => one.edition === edition && one.mention.text === mention.text && one.mention !== mention,
        )
        .map((one) => support(one.block.text, one.mention, describe(block.text, mention))),
    );
    expect(others.length).toBeGreaterThan(500);
    expect(average(others)).toBeLessThan(0.1);
  });

  it('speaks for it by half where one side is as it was, wherever the other letters are', () => {
    const [text, other] = [
      'Më 20 mars shumë fshatarë ikën në Qirez, dhe forcat e morën.',
      ' — 142 жртве у Глоговцу 1999. године.',
    ];
    const span = { start: text.indexOf('Qirez'), end: text.indexOf('Qirez') + 5 };
    const quote = describe(text, span);
    expect(support(text.slice(0, span.end) + other, span, quote)).toBeCloseTo(0.55, 1);
  });
});
