/** Copies a link, and says so in passing. */
import { useText } from '../composables/useText';
import { useMessages } from '../stores/messages';

export function useCopyLink() {
  const { say, tellError } = useMessages();
  const { t } = useText();

  /** @param link undefined: there is none, which is said */
  return async function copyLink(link: string | undefined): Promise<void> {
    if (link === undefined) return say(t('frame.noLink'));
    try {
      await navigator.clipboard.writeText(link);
      say(t('frame.linkCopied'));
    } catch (error) {
      tellError(error);
    }
  };
}
