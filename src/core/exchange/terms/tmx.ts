/** TMX 1.4b: https://www.gala-global.org/tmx-14b. Written, not read: a memory pairs texts and knows no names. */
import type { Lang } from '../../../shared/lang';
import type { EntitySource } from '../../articles/library-source';
import { citationName } from '../citation';
import { type Loss, loss, lostEntities, lostNames } from '../losses';
import type { AlignedBlock, Format, NameOf, WriteOptions } from '../model';
import { type LabelOf, labelsIn } from '../sources';
import { tidy } from '../text/tidy';
import { element, xmlDocument } from '../xml/write';
import { bothSerbian } from './tbx2';

const EXTENSION = 'tmx';
const MEDIA_TYPE = 'application/x-tmx+xml';

/** Names: a unit an entity, with the name that each language cites it by. */
export const tmx: Format = {
  extension: EXTENSION,
  mediaType: MEDIA_TYPE,
  holds: isPaired,
  losses: (gazetteer, options) => {
    const cited = new Set(gazetteer.entities.flatMap((entity) => citedNames(entity, options)));
    const paired = {
      ...gazetteer,
      entities: gazetteer.entities.filter((entity) => isPaired(entity, options)),
    };
    return [
      ...lostEntities('no-counterpart', gazetteer, (entity) => !isPaired(entity, options)),
      ...lostNames('names-left-out', paired, (name) => !cited.has(name)),
      ...lostEntities('point', paired, ({ point }) => point !== undefined),
      ...loss(
        'source-details',
        paired.entities.length === 0 ? [] : gazetteer.sources.map(({ title }) => title),
      ),
      ...bothSerbian(paired, options.pair),
    ];
  },
  write: ({ entities, sources }, options) => {
    const labelOf = labelsIn(sources);
    const units = entities
      .filter((entity) => isPaired(entity, options))
      .map((entity) => nameUnit(entity, citedNames(entity, options), labelOf));
    return memory('phrase', units, options);
  },
};

/** The text of articles, block beside block. */
export const tmxOfBlocks = {
  extension: EXTENSION,
  mediaType: MEDIA_TYPE,
  losses: (blocks: readonly AlignedBlock[], options: WriteOptions): Loss[] =>
    loss(
      'no-counterpart',
      blocks
        .filter((block) => textsOf(block, options).length < 2)
        .map(({ article, block }) => `${article}/${block}`),
    ),
  write: (blocks: readonly AlignedBlock[], options: WriteOptions): Uint8Array => {
    const units = blocks.flatMap((block) => {
      const texts = textsOf(block, options);
      if (texts.length < 2) return [];
      return [
        unit(
          `${block.article}/${block.block}`,
          [],
          texts.map(([lang, text]) => variant(lang, [], text)),
        ),
      ];
    });
    return memory('paragraph', units, options);
  },
};

function langsOf({ langs, pair }: WriteOptions): readonly Lang[] {
  return pair ? [pair.source, pair.target] : langs;
}

function textsOf({ texts }: AlignedBlock, options: WriteOptions): [Lang, string][] {
  return langsOf(options).flatMap((lang): [Lang, string][] => {
    const text = tidy(texts[lang] ?? '');
    return text === '' ? [] : [[lang, text]];
  });
}

function citedNames(entity: EntitySource, options: WriteOptions): NameOf[] {
  return langsOf(options)
    .map((lang) => citationName(entity, lang))
    .filter((name) => name !== undefined);
}

function isPaired(entity: EntitySource, options: WriteOptions): boolean {
  return citedNames(entity, options).length > 1;
}

function memory(
  segtype: string,
  units: readonly string[],
  { date, version, pair }: WriteOptions,
): Uint8Array {
  const header = element(
    'header',
    {
      creationtool: 'Paralel',
      creationtoolversion: version,
      segtype,
      'o-tmf': 'Paralel',
      adminlang: 'en',
      srclang: pair?.source ?? '*all*',
      datatype: 'plaintext',
      creationdate: `${date.replaceAll('-', '')}T000000Z`,
    },
    [],
  );
  return new TextEncoder().encode(
    xmlDocument(element('tmx', { version: '1.4' }, [header, element('body', {}, units)])),
  );
}

function unit(id: string, about: readonly string[], variants: readonly string[]): string {
  return element('tu', { tuid: id }, [...about, ...variants]);
}

function variant(lang: Lang, about: readonly string[], text: string): string {
  return element('tuv', { 'xml:lang': lang }, [...about, element('seg', {}, text)]);
}

const prop = (type: string, value: string): string => element('prop', { type: `x-${type}` }, value);
const note = (text: string, lang?: string): string => element('note', { 'xml:lang': lang }, text);

function nameUnit(entity: EntitySource, names: readonly NameOf[], labelOf: LabelOf): string {
  const about = [...Object.entries(entity.within ?? {}), ...Object.entries(entity.note ?? {})].map(
    ([lang, text]) => note(text, lang),
  );
  return unit(
    entity.id,
    [...about, prop('type', entity.type)],
    names.map((name) =>
      variant(
        name.lang,
        [
          ...(name.note === undefined ? [] : [note(name.note)]),
          prop('form', name.form),
          prop('certainty', name.certainty),
          ...name.sources.map((source) => prop('source', labelOf(source))),
        ],
        name.text,
      ),
    ),
  );
}
