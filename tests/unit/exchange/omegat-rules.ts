/** What OmegaT 6 makes of a glossary, in our words: its readers of tab-separated text and of TBX 2. */
import { all, parseTree, type Node } from './xml-tree';

export interface Entry {
  source: string;
  target: string;
  comment: string;
}

/** The encoding that its first line states; OmegaT would guess one otherwise. */
export function statedEncoding(bytes: Uint8Array): string | undefined {
  const [first = ''] = new TextDecoder().decode(bytes).split('\n', 1);
  return first.startsWith('#') ? /-\*- coding\s*:\s*([\w-]+) -\*-/.exec(first)?.[1] : undefined;
}

/** Lines that begin with # are remarks; cells are trimmed; a line needs a source and two cells. */
export function readTab(bytes: Uint8Array): Entry[] {
  return new TextDecoder('utf-8', { fatal: true })
    .decode(bytes)
    .split(/\r\n|\n|\r/)
    .filter((line) => !line.startsWith('#'))
    .map((line) =>
      line
        .replace(/\t+$/, '')
        .split('\t')
        .map((cell) => cell.trim()),
    )
    .filter((cells) => cells.length > 1 && cells[0] !== '')
    .map(([source = '', target = '', comment = '']) => ({ source, target, comment }));
}

/** Languages are compared by their first part; a term of the source language is never a target. The comment has the
 *  descriptions and notes of the entry, of every language and term, and the term notes of targets; no `admin`. */
export function readTbx(bytes: Uint8Array, sourceLang: string, targetLang: string): Entry[] {
  return all(parseTree(bytes), 'termEntry').flatMap((entry) => {
    const sources: string[] = [];
    const targets: string[] = [];
    const notes: string[] = [];
    const about = shown(entry);
    for (const section of entry.children.filter(({ name }) => name === 'langSet')) {
      const [lang = ''] = (section.attributes['xml:lang'] ?? '').split('-');
      about.push(...shown(section));
      for (const term of section.children.filter(({ name }) => name === 'tig')) {
        const text = term.children.find(({ name }) => name === 'term')!.text;
        if (lang === sourceLang) sources.push(text);
        else if (lang === targetLang) {
          targets.push(text);
          notes.push(...term.children.filter(({ name }) => name === 'termNote').map((note) => note.text));
        }
        about.push(...shown(term));
      }
    }
    const comment = [...about, ...notes].join('\n');
    return sources.flatMap((source) =>
      (targets.length === 0 ? [''] : targets).map((target) => ({ source, target, comment })),
    );
  });
}

function shown(node: Node): string[] {
  return node.children.flatMap(({ name, attributes, text }) => {
    if (name === 'descrip') return [`${attributes.type}: ${text}`];
    return name === 'note' ? [text] : [];
  });
}
