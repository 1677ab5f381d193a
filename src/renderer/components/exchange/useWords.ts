/** Languages, kinds and numbers in sentences about a file, in the interface's language. */
import { useText } from '../../composables/useText';
import type { Words } from './sentences';

export function useWords(): Words {
  const { t, te, number } = useText();
  return {
    lang: (tag) => t(`languages.${tag}`),
    type: (type) => (te(`terms.types.${type}`) ? t(`terms.types.${type}`) : type),
    number,
  };
}
