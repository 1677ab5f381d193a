/** Table `question`: what a class can be asked about an article. */
import { z } from 'zod';
import type { QuestionSource } from '../../core/articles/library-source';
import { questionIdSchema } from '../../shared/handout';
import type { Db } from '../database';
import { citationsJson, localizedJson } from '../json';

const questionRow = z.object({
  id: questionIdSchema,
  question: localizedJson,
  answer: localizedJson,
  lines: z.int(),
  citations: citationsJson,
});
export type QuestionRow = z.infer<typeof questionRow>;

export function questionTable(db: Db) {
  const insert = db.prepare(`
    INSERT INTO question (id, article, position, question, answer, lines, citations)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const ofArticle = db.prepare<[string]>(
    'SELECT id, question, answer, lines, citations FROM question WHERE article = ? ORDER BY position',
  );

  return {
    insert(
      article: string,
      position: number,
      { id, question, answer, lines, citations }: QuestionSource,
    ): void {
      const json = [question, answer].map((text) => JSON.stringify(text));
      insert.run(id, article, position, ...json, lines, JSON.stringify(citations));
    },
    ofArticle: (article: string) => ofArticle.all(article).map((row) => questionRow.parse(row)),
  };
}
