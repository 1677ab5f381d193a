/** What the shell has to know of the reader's settings and reading: its language, its colours, the articles read last. */
import { app, nativeTheme } from 'electron';
import type { LibraryClient } from '../library/client';
import { type RecentArticle, type Settings, settingsSchema } from '../shared/contract';
import { recentArticleSchema } from '../shared/views';
import { type Lang, langOfMachine } from '../shared/lang';
import { type Words, wordsIn } from './words';

const RECENT = 10;
const keptSchema = recentArticleSchema.pick({ article: true }).loose();

export interface Preferences {
  readonly lang: Lang;
  words(): Words;
  /** The latest first. */
  readonly recent: readonly RecentArticle[];
  /** Asks the library; until it answers the machine's own language is spoken. */
  learn(): Promise<void>;
  take(settings: unknown): Settings;
  /** A place was kept: what `reading.keep` was called with. */
  noteReading(kept: unknown): void;
  onChange(listener: () => void): void;
}

export function createPreferences(library: Pick<LibraryClient, 'call'>): Preferences {
  let lang = langOfMachine(app.getPreferredSystemLanguages());
  let words = wordsIn(lang);
  let recent: readonly RecentArticle[] = [];
  let changed = (): void => {};

  function take(answered: unknown): Settings {
    const settings = settingsSchema.parse(answered);
    lang = settings.interfaceLang ?? langOfMachine(app.getPreferredSystemLanguages());
    words = wordsIn(lang);
    // High contrast is the page's own; what is around it follows the machine.
    nativeTheme.themeSource = settings.theme === 'contrast' ? 'system' : settings.theme;
    changed();
    return settings;
  }

  async function askRecent(): Promise<void> {
    const answer = await library.call('reading.recent', { limit: RECENT });
    if (!answer.ok) return;
    recent = recentArticleSchema.array().parse(answer.value);
    changed();
  }

  return {
    get lang() {
      return lang;
    },
    get recent() {
      return recent;
    },
    words: () => words,
    async learn() {
      const answer = await library.call('settings.get', {});
      if (answer.ok) take(answer.value);
      await askRecent();
    },
    take,
    noteReading(kept) {
      const parsed = keptSchema.safeParse(kept);
      if (!parsed.success || parsed.data.article !== recent[0]?.article) void askRecent();
    },
    onChange(listener) {
      changed = listener;
    },
  };
}
