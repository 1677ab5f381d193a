import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { areNotes } from '../../../src/renderer/components/notebook/note-files';
import { namesOf, sortFiles } from '../../../src/renderer/file-names';
import { extensionOf } from '../../../src/shared/files-read';
import { useMessages } from '../../../src/renderer/stores/messages';
import { needsWelcome } from '../../../src/renderer/welcome';

describe('the first-run page', () => {
  it('stands in the place of the contents until it has been seen', () => {
    expect(needsWelcome({ welcomed: false }, '/')).toBe(true);
    expect(needsWelcome({ welcomed: true }, '/')).toBe(false);
  });

  it('does not keep anyone from what they have asked for', () => {
    for (const asked of ['/article/izbica-massacre', '/?name=pl-izbica', '/settings'])
      expect(needsWelcome({ welcomed: false }, asked)).toBe(false);
  });
});

describe('files that are dropped', () => {
  const file = (name: string) => ({ name });

  it('go to whoever reads their kind, whatever the case of the letters', () => {
    const known = new Map([
      ['html', 'pages'],
      ['htm', 'pages'],
      ['csv', 'tables'],
    ]);
    const { taken, unknown } = sortFiles(['a.HTML', 'b.htm', 'c.csv', 'd.exe', 'e'].map(file), known);
    expect(taken.get('pages')).toEqual([file('a.HTML'), file('b.htm')]);
    expect(taken.get('tables')).toEqual([file('c.csv')]);
    expect(unknown).toEqual([file('d.exe'), file('e')]);
  });

  it('have the extension after the last dot', () => {
    expect(['a.tar.gz', 'README', '.htaccess', 'x.'].map(extensionOf)).toEqual(['gz', '', 'htaccess', '']);
  });

  it.each([
    ['annotations', 'PK', true],
    ['jsonld', '{"@context": ["http://www.w3.org/ns/anno.jsonld", {}]', true],
    ['jsonld', '[{ "@context":"https://www.w3.org/ns/epub-anno.jsonld"', true],
    ['jsonld', '{"@context": "https://example.org/linkedplaces-context-v1.1.jsonld"', false],
    ['jsonld', '', false],
    ['json', '{"@context": "http://www.w3.org/ns/anno.jsonld"', false],
    ['csv', 'http://www.w3.org/ns/anno.jsonld', false],
  ])('are notes or names, as .%s that begins with %s: %s', (extension, beginning, are) => {
    expect(areNotes(extension, beginning)).toBe(are);
  });

  it('are named in a sentence, three of them', () => {
    expect(namesOf(['a.x', 'b.x', 'c.x'].map(file))).toBe('a.x, b.x, c.x');
    expect(namesOf(['a.x', 'b.x', 'c.x', 'd.x'].map(file))).toBe('a.x, b.x, c.x, …');
  });
});

describe('messages', () => {
  beforeEach(() => void setActivePinia(createPinia()));

  it('say the same thing once until it is closed', () => {
    const store = useMessages();
    const notice = { code: 'file-unknown' as const, params: { file: 'a.exe' } };
    store.tellNotice(notice);
    store.tellNotice({ ...notice, params: { file: 'a.exe' } });
    store.tellNotice({ ...notice, params: { file: 'b.exe' } });
    expect(store.messages).toHaveLength(2);
    store.dismiss(store.messages[0]!.id);
    store.tellNotice(notice);
    expect(store.messages).toHaveLength(2);
  });
});
