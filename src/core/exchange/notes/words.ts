/** What a document of notes says by itself, in each language: the window's messages, without the window. */
import { fillIn, type ErrorParams } from '../../../shared/errors';
import { type Lang, writtenFor } from '../../../shared/lang';
import en from '../../../../locales/en.json';
import sq from '../../../../locales/sq.json';
import sr from '../../../../locales/sr-Cyrl.json';
import { toLatin } from '../../text/script';

const MESSAGES = { en, sq, 'sr-Cyrl': sr };
type Messages = typeof en;
export type Words = (choose: (messages: Messages) => string, params?: ErrorParams) => string;

export function wordsIn(lang: Lang): Words {
  const messages: Messages = MESSAGES[writtenFor(lang)];
  // What is filled in afterwards keeps its script.
  const inScript = (message: string): string => (lang === 'sr-Latn' ? toLatin(message) : message);
  return (choose, params = {}) => fillIn(inScript(choose(messages)), params);
}
