/** Sources as the bibliography at the end of a TBX file. */
import type { Source } from '../../../shared/domain';
import type { IncomingSource } from '../model';
import { sourceDetailsSchema } from '../sources';
import { tidy } from '../text/tidy';
import { categoryOf, type XmlElement } from '../xml/read';
import { element } from '../xml/write';

const ITEMS = ['title', 'kind', 'publisher', 'date', 'url', 'licence', 'note'] as const;
/** An id in XML may not begin with a digit, and is one among those of the entities. */
const PREFIX = 'source-';

/** `section`: refObjectSec in TBX 3, refObjectList in TBX 2. */
export function writeSources(section: string, sources: readonly Source[]): string[] {
  if (sources.length === 0) return [];
  const objects = sources.map((source) =>
    element(
      'refObject',
      { id: PREFIX + source.id },
      ITEMS.flatMap((item) => {
        const value = source[item];
        return value === undefined ? [] : [element('item', { type: item }, value)];
      }),
    ),
  );
  return [element('back', {}, [element(section, { type: 'bibl' }, objects)])];
}

/** Those that have a title. */
export function readSources(objects: readonly XmlElement[]): IncomingSource[] {
  return objects.flatMap((object) => {
    const items = new Map(object.children.map((item) => [categoryOf(item), tidy(item.text)]));
    const title = items.get('title');
    if (title === undefined || title === '') return [];
    const id = (object.attributes.id ?? '').replace(/^source-/, '');
    const details = sourceDetailsSchema.parse(Object.fromEntries(items));
    return [{ ...details, title, ...(id !== '' && { id }) }];
  });
}
