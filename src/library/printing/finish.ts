/** What Chromium leaves out of a PDF: what it is about, what made it, its tags made whole, and the handout itself. */
import type { Attached } from '../../shared/contract';
import { LANG_NAMES } from '../../shared/lang';
import { version } from '../../shared/version';
import { localizedIn } from '../../core/text/localized';
import { attach } from './attached';
import { PdfFile } from './pdf/file';
import { pagesIn } from './pdf/pages';
import { type Dict, dict, name, Ref, Stream, Text, text, wordsIn } from './pdf/values';
import { PdfWriter } from './pdf/writer';
import type { Made } from './printer';
import type { Finishable } from './finish-apart';
import { tag } from './tagging';
import { type About, xmp } from './xmp';

/**
 * The same handout, printed by the same engine, makes the same bytes: no dates, nothing that Chromium counts from its
 * start.
 * @throws RangeError where `printed` is no tagged PDF
 */
export async function finishPdf(
  printed: Uint8Array,
  handout: Finishable,
  signal?: AbortSignal,
): Promise<Made> {
  const file = new PdfFile(printed);
  const writer = new PdfWriter(file);
  const { Root: root, Info: info } = Object.fromEntries(file.trailer);
  if (!(root instanceof Ref) || !(info instanceof Ref)) throw new RangeError('it is damaged');
  const producer = file.dict(info)?.get('Producer');
  const about = aboutOf(handout, producer instanceof Text ? wordsIn(producer) : undefined);
  await tag(file, writer, signal);
  writer.set(info.number, infoOf(about));
  const catalog = new Map(file.catalog);
  catalog
    .set('Lang', text(handout.lang))
    .set('MarkInfo', dict({ Marked: true }))
    .set('ViewerPreferences', dict({ DisplayDocTitle: true }))
    .set('Metadata', writer.add(metadataOf(about)));
  await attach(writer, catalog, file.dict(catalog.get('Names')) ?? new Map(), attachedOf(handout));
  writer.set(root.number, catalog);
  return { bytes: await writer.bytes(root, info), pages: pagesIn(file).length };
}

function aboutOf(handout: Finishable, engine: string | undefined): About {
  const titles = handout.chapters.flatMap(({ editions }) => editions.map(({ title }) => title));
  const langs = [...new Set([handout.lang, ...handout.langs])];
  return {
    title: handout.title,
    author: 'Paralel',
    subject: localizedIn(handout.library.title, handout.lang),
    keywords: [...new Set([...titles, ...langs.map((lang) => LANG_NAMES[lang])])],
    langs,
    creator: `Paralel ${version}`,
    producer: engine ?? `Paralel ${version}`,
  };
}

function infoOf({ title, author, subject, keywords, creator, producer }: About): Dict {
  return dict({
    Title: text(title),
    Author: text(author),
    Subject: text(subject),
    Keywords: text(keywords.join(', ')),
    Creator: text(creator),
    Producer: text(producer),
  });
}

/** Not compressed, so that programs which know nothing of PDF find it (ISO 16684-1, 7.3). */
function metadataOf(about: About): Stream {
  return new Stream(dict({ Type: name('Metadata'), Subtype: name('XML') }), Buffer.from(xmp(about), 'utf8'));
}

function attachedOf({ library, request }: Finishable): string {
  const { id, version: of } = library;
  const attached: Attached = { format: 'paralel-handout', version: 1, library: { id, version: of }, request };
  return `${JSON.stringify(attached, null, 2)}\n`;
}
