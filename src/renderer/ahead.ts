/** The window's first code: asks what the first screen will ask, while the rest of the code is on its way. */
import { isLang } from '../shared/lang';
import { askAhead } from './client';
import { readingLangsOf } from './languages-read';
import { editionsToShow } from './reading/editionChoice';

/** An article's address: `#/article/ID?lang=sq`; see router.ts. */
const ARTICLE = /^#\/article\/([^?/]+)(?:\?(.*))?$/u;

async function ask(address: string): Promise<void> {
  const opened = await askAhead('app.open', {});
  const [, id, query] = ARTICLE.exec(address) ?? [];
  const article = opened?.articles.find((one) => one.id === id);
  if (!opened || !article) return;
  const asked = new URLSearchParams(query).get('lang');
  const langs = editionsToShow(
    article.languages,
    readingLangsOf(opened.settings),
    isLang(asked) ? asked : undefined,
  );
  void askAhead('reading.position', { article: article.id });
  for (const lang of langs) void askAhead('articles.get', { id: article.id, lang });
}

void ask(location.hash);
void import('./main');
