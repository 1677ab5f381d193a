/** The commands that every page has. */
import { useRoute, useRouter } from 'vue-router';
import { linkToPage } from './link';
import { useCommand } from './useCommand';
import { useCopyLink } from './useCopyLink';

export const SEARCH_FIELD_ID = 'search-field';

/** Command → the page it opens. */
const PAGES = [
  ['articles', 'contents'],
  ['names', 'names'],
  ['figures', 'figures'],
  ['notebook', 'notebook'],
  ['handout', 'handout'],
  ['map', 'map'],
  ['timeline', 'timeline'],
  ['findings', 'findings'],
  ['compare', 'compare'],
  ['match', 'match'],
  ['changes', 'changes'],
  ['import', 'import'],
  ['settings', 'settings'],
  ['keys', 'keys'],
  ['welcome', 'welcome'],
  ['about', 'about'],
] as const;

function focusSearch(): void {
  const field = document.getElementById(SEARCH_FIELD_ID);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}

export function useFrameCommands(): void {
  const route = useRoute();
  const router = useRouter();
  const copyLink = useCopyLink();

  useCommand('search', focusSearch);
  useCommand('back', () => router.back());
  useCommand('forward', () => router.forward());
  useCommand('copy-link', () => void copyLink(linkToPage(route)));
  for (const [command, name] of PAGES) useCommand(command, () => void router.push({ name }));
}
