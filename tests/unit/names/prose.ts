/** The first library, as forms, as prose and as what people linked in it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { parseMarkup } from '../../../src/core/articles/markup';
import { editionSourceSchema, entitySourceSchema, librarySourceSchema } from '../../../src/core/articles/library-source'; // prettier-ignore
import { withLatinTwins } from '../../../src/core/names/latin';
import type { RichText } from '../../../src/shared/domain';
import { type Lang, WRITTEN_LANGS } from '../../../src/shared/lang';

const LIBRARY = resolve(import.meta.dirname, '../../../resources/library');
const read = (path: string): unknown => JSON.parse(readFileSync(resolve(LIBRARY, path), 'utf8'));

export const entities = z.array(entitySourceSchema).parse(read('entities.json'));

/** What people listed, Serbian in both scripts. */
export const listed = entities.flatMap(({ id, names }) =>
  withLatinTwins(names).map((name) => ({ ...name, entity: id as string })),
);

export interface Passage extends RichText {
  lang: Lang;
  where: string;
}

export const passages: Passage[] = librarySourceSchema
  .parse(read('library.json'))
  .articles.flatMap((article) =>
    WRITTEN_LANGS.flatMap((lang) => {
      const { title, facts, blocks } = editionSourceSchema.parse(read(`articles/${article}/${lang}.json`));
      return Object.entries({ title, ...facts, ...blocks }).map(([part, text]) => ({
        ...parseMarkup(text),
        lang,
        where: `${article} ${lang} ${part}`,
      }));
    }),
  );
