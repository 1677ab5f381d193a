/** Which languages a reader gets: those chosen, else what the machine asks for. */
import type { Settings } from '../shared/contract';
import { type Lang, langOfMachine } from '../shared/lang';

export function interfaceLangOf({ interfaceLang }: Settings): Lang {
  return interfaceLang ?? langOfMachine(navigator.languages);
}

/** The editions to show, in the reader's order; at least one. */
export function readingLangsOf(settings: Settings): readonly Lang[] {
  return settings.readingLangs.length > 0 ? settings.readingLangs : [interfaceLangOf(settings)];
}
