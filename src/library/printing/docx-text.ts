/** Running text for word processors: runs with their languages, links to places that are there. */
import { ExternalHyperlink, InternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Inline } from '../../shared/print-page';

/** As Word knows them. Without a country, but for English, which has no spelling of its own without one. */
const WORD_LANGS: Readonly<Record<string, string>> = { en: 'en-GB' };

export function wordLang(lang: string): string {
  return WORD_LANGS[lang] ?? lang;
}

/** XML 1.0 has no way to write these at all (2.2, “Char”), so that they are left out. */
const NO_CHARACTERS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu; // eslint-disable-line no-control-regex

export function wordText(text: string): string {
  return text.replace(NO_CHARACTERS, '');
}

export interface RunSetting {
  /** Of the paragraph. */
  lang: string;
  /** All of it: in heads of rows. */
  bold?: boolean;
  style?: string;
}

export class DocxText {
  constructor(
    /** The document's, which its styles have. */
    private readonly lang: string,
    /** Of an anchor in the tree, the name of its bookmark. */
    private readonly bookmarks: ReadonlyMap<string, string>,
  ) {}

  runs(children: readonly Inline[], setting: RunSetting): ParagraphChild[] {
    return children.flatMap((child) => this.#run(child, setting));
  }

  /** The bookmark that a link leads to; undefined where it leads elsewhere or nowhere. */
  bookmarkOf(href: string): string | undefined {
    return href.startsWith('#') ? this.bookmarks.get(href.slice(1)) : undefined;
  }

  #run(child: Inline, setting: RunSetting): ParagraphChild[] {
    switch (child.kind) {
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'link':
        return this.#link(child, setting);
      case 'text': {
        const text = wordText(child.text);
        const lang = child.lang ?? setting.lang;
        return text === ''
          ? []
          : [
              new TextRun({
                text,
                ...(lang === this.lang ? {} : { language: { value: wordLang(lang) } }),
                ...(child.bold || setting.bold ? { bold: true } : {}),
                ...(child.italic ? { italics: true } : {}),
                ...(child.script === 'super' ? { superScript: true } : {}),
                ...(child.script === 'sub' ? { subScript: true } : {}),
                ...(setting.style ? { style: setting.style } : child.soft ? { style: 'Soft' } : {}),
              }),
            ];
      }
    }
  }

  #link({ href, children }: Extract<Inline, { kind: 'link' }>, setting: RunSetting): ParagraphChild[] {
    const anchor = this.bookmarkOf(href);
    if (anchor !== undefined)
      return [new InternalHyperlink({ anchor, children: this.runs(children, setting) })];
    if (!isSafe(href)) return this.runs(children, setting);
    const runs = this.runs(children, { ...setting, style: 'Hyperlink' });
    return [new ExternalHyperlink({ link: new URL(href).href, children: runs })];
  }
}

function isSafe(href: string): boolean {
  return URL.canParse(href) && new URL(href).protocol === 'https:';
}
