/** What is chosen in each section, in a line. */
import { computed, type ComputedRef } from 'vue';
import { LANG_CODES } from '../../composables/languages';
import { useArticles } from '../../composables/useArticles';
import { useText } from '../../composables/useText';
import { type Choices, optionsOf, presetOf } from './choices';
import { written } from './own-questions';

type Section = 'preset' | 'articles' | 'langs' | 'parts' | 'questions' | 'notes' | 'page';

export function useSummaries(choices: ComputedRef<Choices | undefined>) {
  const { t, number } = useText();
  const { titleOf } = useArticles();

  return computed((): Partial<Record<Section, string>> => {
    const now = choices.value;
    if (!now) return {};
    const { articles, langs, layout, parts, page, questions, notes } = now;
    const preset = presetOf(optionsOf(now));
    const own = written(questions.own).length;
    const [first, ...more] = articles;
    return {
      preset: preset ? t(`handout.presets.own.${preset}`) : '',
      articles:
        first && more.length === 0
          ? titleOf(first.id)
          : t('handout.articles.count', { n: number(articles.length) }, articles.length),
      langs: [
        langs.map((lang) => LANG_CODES[lang]).join(' '),
        ...(langs.length > 1 ? [t(`handout.layouts.${layout}`)] : []),
      ].join(' · '),
      parts: t('handout.parts.count', { n: number(parts.length) }, parts.length),
      questions: own > 0 ? t('handout.questions.ownCount', { n: number(own) }, own) : '',
      notes:
        notes === 'all'
          ? t('handout.notes.all')
          : t('handout.notes.count', { n: number(notes.length) }, notes.length),
      page: [page.paper, t('handout.page.points', { n: number(page.size) })].join(' · '),
    };
  });
}
