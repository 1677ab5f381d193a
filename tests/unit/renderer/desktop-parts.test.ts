import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { extensionOf, namesOf, sortFiles } from '../../../src/renderer/files-dropped';
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
