/** What the library leaves to chance in a .docx: times and ids. And the fonts to take where ours are not installed. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { xmlDocument, element } from '../../core/exchange/xml/write';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A font that is not there is set in the first of these that is (ISO/IEC 29500-1, 17.8.3.1). */
const FALLBACKS = [
  {
    name: 'Source Serif 4',
    other: 'Cambria, Noto Serif, Georgia',
    family: 'roman',
    panose: '02040603050405020204',
  },
  {
    name: 'Source Sans 3',
    other: 'Calibri, Noto Sans, Arial',
    family: 'swiss',
    panose: '020B0503030403020204',
  },
];

export const FONT_TABLE = {
  path: 'word/fontTable.xml',
  data: xmlDocument(
    element(
      'w:fonts',
      { 'xmlns:w': MAIN },
      FALLBACKS.map(({ name, other, family, panose }) =>
        element('w:font', { 'w:name': name }, [
          element('w:altName', { 'w:val': other }, []),
          element('w:panose1', { 'w:val': panose }, []),
          element('w:family', { 'w:val': family }, []),
          element('w:pitch', { 'w:val': 'variable' }, []),
        ]),
      ),
    ),
  ),
};

const TIMES = /<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g;
/** Of a link that leads outside. The library's own relationships have numbers. */
const CHANCE_ID = /\brId[a-z0-9_-]{21}(?=")/g;
const DRAWING_ID = /(<wp:docPr id=")\d+(?=")/g;

/** @param packed as the library has written it */
export function packDocx(packed: Uint8Array, language: string): Uint8Array {
  const ids = new Map<string, string>();
  const files = Object.entries(unzipSync(packed)).map(([path, bytes]): [string, Uint8Array] => {
    if (!/\.(xml|rels)$/.test(path)) return [path, bytes];
    const xml = numbered(strFromU8(bytes), ids);
    return [path, strToU8(path === 'docProps/core.xml' ? timeless(xml, language) : xml)];
  });
  // One time for all parts, and the oldest that a zip can say.
  return zipSync(Object.fromEntries(files), { level: 6, mtime: '1980-01-01T00:00:00' });
}

function timeless(core: string, language: string): string {
  const end = '</cp:coreProperties>';
  return core.replace(TIMES, '').replace(end, element('dc:language', {}, language) + end);
}

/** Whatever chance has called them, or whatever was written before: 1, 2, 3. */
function numbered(xml: string, ids: Map<string, string>): string {
  let drawings = 0;
  return xml
    .replace(CHANCE_ID, (id) => {
      const known = ids.get(id) ?? `rIdLink${ids.size + 1}`;
      ids.set(id, known);
      return known;
    })
    .replace(DRAWING_ID, (_, start: string) => `${start}${(drawings += 1)}`);
}
