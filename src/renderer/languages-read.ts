/** Which languages a reader gets: those chosen, else what the machine asks for. */
import type { Settings } from '../shared/contract';
import { isLang, type Lang } from '../shared/lang';

/** The interface language that the machine asks for, by its BCP 47 tags in the order of preference. */
export function langOfMachine(preferred: readonly string[]): Lang {
  for (const tag of preferred) {
    const [language, ...rest] = tag.toLowerCase().split('-');
    if (language === 'sr' || language === 'sh') {
      return rest.includes('latn') || language === 'sh' ? 'sr-Latn' : 'sr-Cyrl';
    }
    if (isLang(language)) return language;
  }
  return 'en';
}

export function interfaceLangOf({ interfaceLang }: Settings): Lang {
  return interfaceLang ?? langOfMachine(navigator.languages);
}

/** The editions to show, in the reader's order; at least one. */
export function readingLangsOf(settings: Settings): readonly Lang[] {
  return settings.readingLangs.length > 0 ? settings.readingLangs : [interfaceLangOf(settings)];
}
