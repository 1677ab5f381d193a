/** Tables `entity` and `name` again, for the few names that a text needs beside it. */
import { z } from 'zod';
import { briefOf, CITATION_FORMS } from '../../core/names/brief';
import type { EntityBrief } from '../../shared/contract';
import {
  certaintySchema, entityIdSchema, entityTypeSchema, langSchema, nameFormSchema,
} from '../../shared/domain'; // prettier-ignore
import type { WrittenLang } from '../../shared/lang';
import type { Db } from '../database';

const row = z.object({
  entity: entityIdSchema,
  type: entityTypeSchema,
  lang: langSchema,
  form: nameFormSchema,
  text: z.string(),
  certainty: certaintySchema,
});

export function briefTable(db: Db) {
  const select = `
    SELECT entity, type, lang, form, text, certainty FROM name JOIN entity ON entity.id = name.entity
    WHERE name.kind = 'preferred' AND form IN (${CITATION_FORMS.map((form) => `'${form}'`).join(', ')})`;
  const one = db.prepare<[string]>(`${select} AND entity = ? ORDER BY name.id`);
  const mentioned = db.prepare<[string, string]>(`
    ${select} AND entity IN (SELECT entity FROM mention WHERE article = ? AND lang = ?) ORDER BY name.id`);

  const briefsOf = (rows: unknown[]): Map<string, EntityBrief> => {
    const byEntity = Map.groupBy(z.array(row).parse(rows), ({ entity }) => entity);
    return new Map(
      [...byEntity].flatMap(([id, names]) => (names[0] ? [[id, briefOf(id, names[0].type, names)]] : [])),
    );
  };

  return {
    get: (id: string): EntityBrief | undefined => briefsOf(one.all(id)).get(id),
    mentionedIn: (article: string, lang: WrittenLang) => briefsOf(mentioned.all(article, lang)),
  };
}
