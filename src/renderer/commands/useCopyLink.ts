/** Copies a link, and says so in passing. */
import { useText } from '../composables/useText';
import { useMessages } from '../stores/messages';

export function useCopyLink() {
  const { say, tellError } = useMessages();
  const { t } = useText();

  /** @param link undefined: there is none, and nothing is copied */
  return async function copyLink(link: string | undefined): Promise<void> {
    if (link === undefined) return;
    try {
      await navigator.clipboard.writeText(link);
      say(t('frame.linkCopied'));
    } catch (error) {
      tellError(error);
    }
  };
}
