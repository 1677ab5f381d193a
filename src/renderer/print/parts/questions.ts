/** Questions, numbered through the handout, so that the answers have the same numbers. */
import type { Chapter, Handout } from '../../../shared/contract';
import { byArticle } from './articles';

type Question = Chapter['questions'][number];

export interface NumberedQuestion extends Question {
  number: number;
}

const keyOf = (chapter: Pick<Chapter, 'article'>, id: string): string => `${chapter.article}/${id}`;

/** As the questions are printed; where only the answers are, as those are. A question of two editions is one. */
export function questionNumbers({
  sheets,
  chapters,
}: Pick<Handout, 'sheets' | 'chapters'>): ReadonlyMap<string, number> {
  const parts = sheets.flatMap((sheet) => sheet.parts);
  const asked = parts.filter(({ part }) => part === 'questions');
  const shown = asked.length > 0 ? asked : parts.filter(({ part }) => part === 'answers');
  const keys = new Set(
    shown.flatMap((part) => {
      const own = chapters.filter(({ id }) => part.chapters.includes(id));
      return byArticle(own).flatMap((article) =>
        article.chapters.flatMap((chapter) => chapter.questions.map(({ id }) => keyOf(chapter, id))),
      );
    }),
  );
  return new Map([...keys].map((key, at) => [key, at + 1]));
}

/** Of one article: a question once, in every language that one of its chapters has it in, in order. */
export function questionsOf(
  chapters: readonly Pick<Chapter, 'article' | 'questions'>[],
  numbers: ReadonlyMap<string, number>,
): NumberedQuestion[] {
  const questions = new Map<string, NumberedQuestion>();
  for (const chapter of chapters)
    for (const question of chapter.questions) {
      const number = numbers.get(keyOf(chapter, question.id)) ?? 0;
      const known = questions.get(question.id) ?? { ...question, texts: [], number };
      questions.set(question.id, {
        ...known,
        texts: [
          ...known.texts,
          ...question.texts.filter(({ lang }) => !known.texts.some((text) => text.lang === lang)),
        ],
      });
    }
  return [...questions.values()].sort((a, b) => a.number - b.number);
}
