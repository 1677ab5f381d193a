import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownFromHtml } from '../../../../src/core/exchange/notes/from-html';
import { parseNote, plainOf } from '../../../../src/core/notes/markdown';

describe('HTML of another program', () => {
  it.each([
    ['paragraphs', '<p>Një.</p><p>Dy &amp; tri.<br/>Katër</p>', 'Një.\n\nDy & tri.\nKatër'],
    ['a list', '<ul><li>jedan<li>два</ul>', '- jedan\n- два'],
    ['a link', '<p>Shih <a class="x" href="https://example.org/a?b=1&amp;c=2">këtu</a>.</p>', 'Shih [këtu](https://example.org/a?b=1&c=2).'],
    ['a link into Paralel', "<a href='paralel:names/pl-izbica'>Izbica</a>", '[Izbica](paralel:names/pl-izbica)'],
    ['a link that a note cannot have', '<a href="http://example.org">tu</a>', 'tu (http://example.org)'],
    ['a link that acts', '<a href=" JavaScript:alert(1)">tu</a>', 'tu'],
    ['a link around brackets', '<a href="https://x.org/a_(b)">[1]</a>', '[\\[1\\]](<https://x.org/a_(b)>)'],
    ['a script', 'a<SCRIPT type=x>alert("<p>")</script >b', 'ab'],
    ['a script that is never closed', 'a<script>alert(1)', 'a'],
    ['a style and a comment', '<style>p{}</style>a<!-- <p>b</p> -->c', 'ac'],
    ['what acts when it is shown', '<img src=x onerror=alert(1)>a<iframe src=//x.org>b</iframe><svg onload=x><p>c</p></svg>', 'a'],
    ['signs of Markdown', '<p># 1. *a* _b_ [c](d) `e`</p>', '\\# 1. \\*a\\* \\_b\\_ \\[c\\](d) \\`e\\`'],
    ['an escaped script', '&lt;script&gt;alert(1)&lt;/script&gt;', '\\<script>alert(1)\\</script>'],
    ['signs by number', '&#235;&#x10d;&#0;&#xD800;&unknown;', 'ëč\uFFFD\\&unknown;'],
    ['a broken tag', 'a < b <3 c <p', 'a \\< b \\<3 c'],
    ['a table', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ])('%s', (_, html, markdown) => {
    expect(markdownFromHtml(html)).toBe(markdown);
  }); // prettier-ignore

  it('leaves nothing that a note would show as a link it must not have', () => {
    const part = fc.constantFrom('<a href="', '">', '</a>', 'javascript:', 'https://x.org', '<p>', '<', '>', '](', '[', '&lt;', 'b', "'");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const nodes = JSON.stringify(parseNote(markdownFromHtml(parts.join(''))));
        expect(nodes).not.toMatch(/"address":"javascript/);
      }),
      { numRuns: 1000 },
    );
  }); // prettier-ignore

  it('is read in one pass, however it is broken', () => {
    for (const piece of [
      '<a "',
      '<script',
      '<!--',
      '<p',
      '<a href="',
      '&amp',
      '</script',
      '<a href=https://x.org>a',
    ])
      expect(plainOf(markdownFromHtml(piece.repeat(100_000)).slice(0, 1000))).toBeTypeOf('string');
  });
});
