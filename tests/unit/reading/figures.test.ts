import { describe, expect, it } from 'vitest';
import { type Figure, figureSchema } from '../../../src/shared/contract';
import { figureTree } from '../../../src/core/drawings/figure-tree';

function figure(id: string, partOf: string | null = null): Figure {
  return figureSchema.parse({
    id, article: 'poklek-massacre', what: id, scope: '', qualifier: 'exact', low: 1, high: 1, value: '1', heldBy: '',
    source: '', citations: [], block: null, fact: null, partOf,
  }); // prettier-ignore
}
const order = (...figures: Figure[]) =>
  figureTree(figures).map((row) => `${'> '.repeat(row.depth)}${row.figure.id}`);

describe('figures set side by side', () => {
  it('stand below the figure that they are counted within', () => {
    expect(order(figure('children', 'dead'), figure('dead'), figure('other'))).toEqual([
      'dead',
      '> children',
      'other',
    ]);
  });

  it('are shown also where that figure is not here', () => {
    expect(order(figure('children', 'elsewhere'), figure('other'))).toEqual(['children', 'other']);
  });

  it('are shown also where each is counted within the other', () => {
    expect(order(figure('a', 'b'), figure('b', 'a'))).toEqual(['a', 'b']);
  });
});
