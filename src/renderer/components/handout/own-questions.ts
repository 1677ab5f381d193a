/** Questions that the reader adds. */
import type { OwnQuestion } from '../../../shared/contract';
import { BLANK_LINES } from '../../../shared/handout-parts';
import type { Lang } from '../../../shared/lang';

type Words = NonNullable<OwnQuestion['texts'][Lang]>;

export const MOST_OWN = 200;

/** @param article the only one, or null where there are several: it then stands after the last */
export function newQuestion(article: OwnQuestion['article']): OwnQuestion {
  return { article, texts: {}, lines: BLANK_LINES.usual };
}

export function wordsIn({ texts }: OwnQuestion, lang: Lang): Words {
  return texts[lang] ?? { question: '', answer: '' };
}

export function withWords(question: OwnQuestion, lang: Lang, words: Partial<Words>): OwnQuestion {
  return { ...question, texts: { ...question.texts, [lang]: { ...wordsIn(question, lang), ...words } } };
}

/** Those in which something is asked, in the languages in which it is. */
export function written(questions: readonly OwnQuestion[]): OwnQuestion[] {
  return questions.flatMap((question) => {
    const texts = Object.fromEntries(
      Object.entries(question.texts).filter(([, words]) => words.question.trim() !== ''),
    );
    return Object.keys(texts).length > 0 ? [{ ...question, texts }] : [];
  });
}

/** What it is called in a list: in the first of the languages in which it is written. */
export function titleOf(
  { texts }: OwnQuestion,
  langs: readonly Lang[],
): { lang: Lang; text: string } | undefined {
  const all = [...langs, ...(Object.keys(texts) as Lang[])];
  const lang = all.find((one) => texts[one]?.question.trim());
  return lang && { lang, text: texts[lang]?.question ?? '' };
}
